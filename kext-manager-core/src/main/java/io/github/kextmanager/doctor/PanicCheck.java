package io.github.kextmanager.doctor;

import static java.util.stream.Collectors.joining;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.panic.BacktraceKext;
import io.github.kextmanager.panic.PanicReport;
import io.github.kextmanager.panic.PanicReports;
import io.github.kextmanager.panic.PanicReports.OnDisk;
import java.util.ArrayList;
import java.util.List;

/** Whether a kext stood in the backtrace of a panic, or was the last one started before it. */
final class PanicCheck {
  private static final int MOST_NAMED = 3;

  private PanicCheck() {}

  static Check of(BundleIdentifier identifier, MacSeen mac) {
    HostFact<PanicReports.Search> fact = mac.panics();
    if (fact.value().isEmpty()) {
      return Check.notKnown(Topic.PANICS, fact);
    }
    List<Ground> found = new ArrayList<>();
    List<Ground> doubtful = new ArrayList<>();
    PanicReports.Search search = fact.value().get();
    search.problems().forEach(problem -> doubtful.add(Ground.of(fact.asked(), problem)));
    for (OnDisk file : search.reports()) {
      file.report()
          .filter(report -> report.kernel() == PanicReport.Kernel.MACOS)
          .ifPresent(report -> concerning(identifier, file, report, found));
      doubt(file, doubtful);
    }
    if (!found.isEmpty()) {
      found.addAll(doubtful);
      return Check.warned(Topic.PANICS, "It was there when the kernel panicked.", found);
    }
    return doubtful.isEmpty()
        ? Check.passed(
            Topic.PANICS,
            "No report of a panic accuses it.",
            Ground.of(fact.asked(), "%d reports".formatted(search.reports().size())))
        : Check.notKnown(
            Topic.PANICS,
            "No report accuses it, but not every report could be read to its end. "
                + doubtful.stream().limit(MOST_NAMED).map(Ground::text).collect(joining(" ")),
            doubtful.toArray(Ground[]::new));
  }

  private static void doubt(OnDisk file, List<Ground> doubtful) {
    String path = file.path().toString();
    file.problem().ifPresent(problem -> doubtful.add(Ground.of(path, problem)));
    file.report()
        .filter(report -> report.kernel() == PanicReport.Kernel.BRIDGE_OS)
        .ifPresent(
            report ->
                doubtful.add(
                    Ground.of(
                        path,
                        "The T2 chip reports a panic in %s, and macOS left no text of its own."
                            .formatted(path))));
  }

  private static String when(PanicReport report) {
    return report.at().map(" at %s"::formatted).orElse("");
  }

  private static void concerning(
      BundleIdentifier identifier, OnDisk file, PanicReport report, List<Ground> found) {
    for (BacktraceKext kext : report.backtrace()) {
      if (kext.kext().identifier().equals(identifier)) {
        found.add(
            ground(
                file,
                report,
                kext.line(),
                "in the backtrace%s, version %s: %s"
                    .formatted(when(report), kext.kext().version(), report.message().text())));
      }
    }
    report
        .lastStarted()
        .filter(last -> last.kext().identifier().equals(identifier))
        .ifPresent(
            last ->
                found.add(
                    ground(
                        file,
                        report,
                        last.line(),
                        "started last before the panic%s: %s"
                            .formatted(when(report), report.message().text()))));
  }

  /** In JSON the text of the panic is one line of the file, whatever the lines in it. */
  private static Ground ground(OnDisk file, PanicReport report, int line, String text) {
    String path = file.path().toString();
    return report.generation() == PanicReport.Generation.JSON
        ? Ground.of(path, "line %d of the text of the panic, %s".formatted(line, text))
        : Ground.line(path, line, text);
  }
}
