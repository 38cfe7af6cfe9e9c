package io.github.kextmanager.testing.assertj;

import io.github.kextmanager.command.Termination;
import io.github.kextmanager.lifecycle.ChangeReport;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the messages of assertions show: the evidence, and what was run. */
final class Told {
  private Told() {}

  static String report(ChangeReport report) {
    return verdict(report.verdict()) + "\nWhat was run:" + commands(report.commands());
  }

  static String verdict(Verdict verdict) {
    String lines =
        verdict.evidence().stream()
            .map(
                line ->
                    "\n  %s %d: %s"
                        .formatted(
                            line.source().name().toLowerCase(Locale.ROOT),
                            line.line(),
                            line.text()))
            .collect(Collectors.joining());
    return "The answer was taken for %s, by:%s"
        .formatted(verdict.category(), lines.isEmpty() ? "\n  (nothing was said)" : lines);
  }

  private static String commands(List<CommandRecord> commands) {
    String lines =
        commands.stream()
            .map(
                command ->
                    "\n  %s (%s)"
                        .formatted(
                            String.join(" ", command.argv()),
                            command.termination().map(Told::ending).orElse("did not start or end")))
            .collect(Collectors.joining());
    return lines.isEmpty() ? "\n  (nothing)" : lines;
  }

  private static String ending(Termination termination) {
    if (termination instanceof Termination.Exited exited) {
      return "status " + exited.status();
    }
    return termination instanceof Termination.Signalled signalled
        ? "signal " + signalled.signal()
        : "timed out";
  }

  static String kexts(KextSnapshot snapshot) {
    return snapshot.kexts().isEmpty()
        ? "\n  (nothing)"
        : snapshot.kexts().stream().map(kext -> "\n  " + kext(kext)).collect(Collectors.joining());
  }

  static String kext(LoadedKext kext) {
    return "%s (%s)".formatted(kext.identifier(), kext.version().text());
  }
}
