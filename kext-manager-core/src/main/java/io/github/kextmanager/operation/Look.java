package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.tool.LookTool;
import io.github.kextmanager.verdict.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One look at the kernel.
 *
 * @param snapshot what it showed
 * @param lines the table as printed
 */
record Look(KextSnapshot snapshot, List<String> lines) {
  static Look take(LookTool tool, Commands commands, Duration deadline) {
    Instant takenAt = commands.clock().instant();
    CommandResult result = commands.runAsCaller(tool.command(deadline));
    return new Look(tool.read(result, takenAt), result.stdout().lines());
  }

  /** The rows of some kexts. */
  List<Evidence> rowsOf(Collection<LoadedKext> kexts) {
    List<Evidence> rows = new ArrayList<>();
    for (LoadedKext kext : kexts) {
      String name = " " + kext.identifier() + " (";
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(name)) {
          rows.add(new Evidence(Evidence.Source.STDOUT, i + 1, lines.get(i)));
        }
      }
    }
    return rows;
  }
}
