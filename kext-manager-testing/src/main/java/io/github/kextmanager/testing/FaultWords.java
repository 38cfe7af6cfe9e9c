package io.github.kextmanager.testing;

import static io.github.kextmanager.testing.FaultForm.word;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.testing.Fault.Work;
import io.github.kextmanager.verdict.OsReturn;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The words of a fault, taken one after the other. What is wrong is an exception with its reason.
 */
final class FaultWords {
  private final String text;
  private final Deque<String> words;

  FaultWords(String text) {
    this.text = text.strip();
    this.words = new ArrayDeque<>(List.of(this.text.split("\\s+", -1)));
  }

  String text() {
    return text;
  }

  String next() {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("A word is missing.");
    }
    return words.remove();
  }

  String rest() {
    String rest = String.join(" ", words);
    words.clear();
    return rest;
  }

  void requireEnd() {
    if (!words.isEmpty()) {
      throw new IllegalArgumentException("\"%s\" is too much.".formatted(rest()));
    }
  }

  int number() {
    String word = next();
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"%s\" is no number.".formatted(word), e);
    }
  }

  Duration duration() {
    String word = next();
    try {
      return Duration.parse(word);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"%s\" is no ISO 8601 duration.".formatted(word), e);
    }
  }

  OsReturn code() {
    String word = next();
    try {
      return new OsReturn(Integer.parseUnsignedInt(word.replaceFirst("^0x", ""), 16));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no code of 32 bits in hexadecimal.".formatted(word), e);
    }
  }

  BundleIdentifier identifier() {
    return BundleIdentifier.of(next());
  }

  Work work() {
    return words.isEmpty() ? Work.UNDONE : oneOf(Work.values());
  }

  <E extends Enum<E>> E oneOf(E[] values) {
    String word = next();
    return Arrays.stream(values)
        .filter(value -> word(value).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("\"%s\" is none of the words.".formatted(word)));
  }
}
