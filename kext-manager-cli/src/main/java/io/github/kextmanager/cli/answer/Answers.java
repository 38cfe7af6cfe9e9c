package io.github.kextmanager.cli.answer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Many answers of one kind: worked out on all cores, printed in the order of the questions. Only
 * some of them are held at a time.
 */
public final class Answers {
  private static final int AT_A_TIME = 256;

  private Answers() {}

  /** What to say of a question whose answer failed. */
  public interface Failure<T, R> {
    /** Says it. */
    R say(T question, Throwable why, Console console);
  }

  private record Held<R>(ByteArrayOutputStream printed, R result) {}

  /**
   * Prints them.
   *
   * @param answer answers a question on the console that it is given, on any thread
   * @param failure says there instead that it failed; the other questions are answered all the same
   * @return what each of the answers comes to, in the same order
   */
  public static <T, R> List<R> print(
      List<T> questions, Console console, BiFunction<T, Console, R> answer, Failure<T, R> failure) {
    List<R> results = new ArrayList<>();
    for (int start = 0; start < questions.size(); start += AT_A_TIME) {
      int end = Math.min(questions.size(), start + AT_A_TIME);
      List<Held<R>> held =
          questions.subList(start, end).parallelStream()
              .map(question -> hold(question, console, answer, failure))
              .toList();
      for (Held<R> each : held) {
        console.print(each.printed());
        results.add(each.result());
      }
    }
    return results;
  }

  private static <T, R> Held<R> hold(
      T question, Console console, BiFunction<T, Console, R> answer, Failure<T, R> failure) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 11);
    R result;
    try {
      result = answer.apply(question, console.into(out));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      out.reset();
      result = failure.say(question, e, console.into(out));
    }
    return new Held<>(out, result);
  }
}
