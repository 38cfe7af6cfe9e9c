package io.github.kextmanager.command.record;

import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import java.time.Duration;

/** Asks another runner, and tells a recorder. */
final class RecordingCommandRunner implements CommandRunner {
  private final Recorder recorder;
  private final CommandRunner runner;

  RecordingCommandRunner(Recorder recorder, CommandRunner runner) {
    this.recorder = recorder;
    this.runner = runner;
  }

  @Override
  public CommandResult run(CommandLine command) {
    int number = recorder.asked(command);
    long start = System.nanoTime();
    try {
      CommandResult result = runner.run(command);
      recorder.answered(
          number,
          new RecordedAnswer.Ended(
              result.elapsed(), result.termination(), result.stdout(), result.stderr()));
      return result;
    } catch (CommandNotStartedException e) {
      recorder.answered(number, new RecordedAnswer.NotStarted(since(start), e.reason()));
      throw e;
    } catch (CommandInterruptedException e) {
      recorder.answered(number, new RecordedAnswer.Interrupted(since(start), e.kill()));
      throw e;
    } catch (RuntimeException | Error e) {
      recorder.answered(number, new RecordedAnswer.Failed(since(start), e.toString()));
      throw e;
    }
  }

  private static Duration since(long start) {
    return Duration.ofMillis(Duration.ofNanos(System.nanoTime() - start).toMillis());
  }
}
