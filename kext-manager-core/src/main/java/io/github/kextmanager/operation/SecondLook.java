package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.SudoRefusal;
import io.github.kextmanager.lifecycle.Deadlines;
import io.github.kextmanager.model.QueryFailedException;
import io.github.kextmanager.model.SnapshotDifference;
import io.github.kextmanager.tool.LookTool;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The look after a change. That it failed must not hide that something was changed.
 *
 * @param look what it showed; empty if it failed
 * @param failure how it failed, and what the tool said then
 */
record SecondLook(Optional<Look> look, List<Evidence> failure) {

  /**
   * The look after a command. Where sudo refused, the tool did not run and there is nothing new to
   * see; where sudo only said something unknown, it may have run.
   */
  static SecondLook after(
      CommandResult result, Look before, LookTool tool, Commands commands, Deadlines deadlines) {
    boolean didNotRun =
        SudoRefusal.in(result)
            .map(refusal -> refusal.kind() != SudoRefusal.Kind.OTHER)
            .orElse(false);
    return didNotRun ? shown(before) : take(tool, commands, deadlines.look());
  }

  private static SecondLook take(LookTool tool, Commands commands, Duration deadline) {
    try {
      return shown(Look.take(tool, commands, deadline));
    } catch (QueryFailedException failed) {
      return failed(
          Stream.concat(Stream.of(failed.getMessage()), failed.lines().stream()).toList());
    } catch (CommandException failed) {
      // Missing, or interrupted: then the flag is set again, and whoever asked still gets to know
      // what was changed.
      return failed(List.of(String.valueOf(failed.getMessage())));
    }
  }

  static SecondLook shown(Look look) {
    return new SecondLook(Optional.of(look), List.of());
  }

  private static SecondLook failed(List<String> lines) {
    return new SecondLook(
        Optional.empty(),
        IntStream.range(0, lines.size())
            .mapToObj(i -> new Evidence(Evidence.Source.TEXT, i + 1, lines.get(i)))
            .toList());
  }

  /** What it shows that an earlier look did not; nothing if it failed. */
  SnapshotDifference changesSince(Look earlier) {
    return look.orElse(earlier).snapshot().since(earlier.snapshot());
  }

  /** A verdict with what is known of the failure of this look. */
  Verdict amend(Verdict verdict) {
    return verdict.withEvidence(
        Stream.concat(verdict.evidence().stream(), failure.stream()).toList());
  }
}
