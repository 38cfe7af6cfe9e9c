package io.github.kextmanager.lifecycle;

import io.github.kextmanager.model.SnapshotDifference;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;

/**
 * What was run for a change and what was said about it.
 *
 * @param verdict what the tool's answer means; of a change that was not necessary, what the look
 *     showed
 * @param changes what the kernel holds after it that it did not hold before, and the reverse; empty
 *     if nothing was changed or no look was possible
 * @param commands the commands of the change and of the looks around it, in order; not what was
 *     asked afterwards to explain a refusal, such as the log, whose answers are evidence
 */
public record ChangeReport(
    Verdict verdict, SnapshotDifference changes, List<CommandRecord> commands) {
  /** Takes an unmodifiable copy of the list. */
  public ChangeReport {
    commands = List.copyOf(commands);
  }

  /**
   * The same report with another verdict.
   *
   * @param verdict the verdict
   * @return the report
   */
  public ChangeReport with(Verdict verdict) {
    return new ChangeReport(verdict, changes, commands);
  }
}
