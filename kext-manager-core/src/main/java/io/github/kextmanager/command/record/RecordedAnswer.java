package io.github.kextmanager.command.record;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Termination;
import java.time.Duration;

/** What came of a recorded command. */
public sealed interface RecordedAnswer {
  /**
   * How long it took.
   *
   * @return the time between question and answer
   */
  Duration elapsed();

  /**
   * It ran, and ended or was ended.
   *
   * @param elapsed how long it took
   * @param termination how it ended
   * @param stdout what it wrote to standard output
   * @param stderr what it wrote to standard error
   */
  record Ended(
      Duration elapsed, Termination termination, CapturedOutput stdout, CapturedOutput stderr)
      implements RecordedAnswer {}

  /**
   * Its program could not be started.
   *
   * @param elapsed how long it took to find out
   * @param reason why not, such as "there is no such program"
   */
  record NotStarted(Duration elapsed, String reason) implements RecordedAnswer {}

  /**
   * Whoever asked was interrupted.
   *
   * @param elapsed how long it had taken so far
   * @param kill what became of its processes
   */
  record Interrupted(Duration elapsed, KillReport kill) implements RecordedAnswer {}

  /**
   * The runner failed in a way that is none of a command.
   *
   * @param elapsed how long it had taken so far
   * @param failure the exception, in its own words
   */
  record Failed(Duration elapsed, String failure) implements RecordedAnswer {}
}
