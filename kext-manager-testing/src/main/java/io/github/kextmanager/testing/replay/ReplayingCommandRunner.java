package io.github.kextmanager.testing.replay;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.record.RecordedCommand;
import io.github.kextmanager.command.record.Recording;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers commands as a recorded machine did, and fails the test loudly where the recording does
 * not know.
 *
 * <pre>{@code
 * Recording recording = RecordingReader.read(Path.of("src/test/resources/load-refused.kextrec"));
 * try (var runner = ReplayingCommandRunner.inOrder(recording)) {
 *   KextManager manager = KextManager.builder().runner(runner).build();
 *   ...
 * }
 * }</pre>
 *
 * <p>Only the program and its arguments are compared, as in a script; a command of the library asks
 * for what was redacted by its placeholder, such as {@code /Users/<user>/Widget.kext}. The answer
 * is the recorded one: its termination, both streams, the time that it took, all of it at once and
 * without waiting. The cap of the command that is asked is honoured. A command that was stopped at
 * its deadline is stopped at the deadline with which it is asked now; one that was interrupted sets
 * the interrupt flag of its caller, as it did then.
 *
 * <p>Safe for use by many threads; the order is then that in which they come.
 *
 * @since 0.1.0
 */
public final class ReplayingCommandRunner implements CommandRunner, AutoCloseable {
  private final Answers answers;
  private final List<String> surprises = new ArrayList<>();
  private final List<CommandLine> notHeld = new ArrayList<>();

  private ReplayingCommandRunner(Answers answers) {
    this.answers = answers;
  }

  /**
   * A runner that expects the recorded commands one after the other, and no others.
   *
   * @param recording what to replay
   * @return the runner
   */
  public static ReplayingCommandRunner inOrder(Recording recording) {
    return new ReplayingCommandRunner(new AnswersInOrder(recording));
  }

  /**
   * A runner that answers a recorded command whenever it is asked. One that was recorded several
   * times is answered in the order recorded; its last answer is repeated from then on.
   *
   * @param recording what to look up
   * @return the runner
   */
  public static ReplayingCommandRunner byLookUp(Recording recording) {
    return new ReplayingCommandRunner(new AnswersByLookUp(recording));
  }

  /**
   * Answers as recorded.
   *
   * @param command what is asked
   * @return what was recorded
   * @throws AssertionError if the recording does not hold it here, or holds no answer to it; with
   *     the place in the recording, and the first word that differs
   */
  @Override
  public CommandResult run(CommandLine command) {
    return RecordedReply.to(command, recorded(command));
  }

  private synchronized RecordedCommand recorded(CommandLine command) {
    try {
      return answers.to(command);
    } catch (SurpriseException surprise) {
      surprises.add(surprise.getMessage());
      notHeld.add(command);
      throw new AssertionError(surprise.getMessage(), surprise);
    }
  }

  /**
   * What the recording holds and nobody has asked for.
   *
   * @return the commands in the order recorded
   */
  public synchronized List<RecordedCommand> unasked() {
    return answers.unasked();
  }

  /**
   * What was asked and the recording did not hold.
   *
   * @return the commands in the order in which they came
   */
  public synchronized List<CommandLine> notHeld() {
    return List.copyOf(notHeld);
  }

  /**
   * Checks that there was no surprise, even one whose error was swallowed; in order, also that
   * everything recorded was asked for.
   *
   * @throws AssertionError if it is not so, with all that is wrong
   */
  public synchronized void assertExhausted() {
    List<String> complaints = new ArrayList<>(surprises);
    answers.owed().forEach(owed -> complaints.add("Never asked: " + answers.place(owed)));
    if (!complaints.isEmpty()) {
      throw new AssertionError(String.join("\n", complaints));
    }
  }

  /** Does the same as {@link #assertExhausted()}. */
  @Override
  public void close() {
    assertExhausted();
  }
}
