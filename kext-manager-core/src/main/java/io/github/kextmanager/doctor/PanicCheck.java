package io.github.kextmanager.doctor;

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
  private PanicCheck() {}

  static Check of(BundleIdentifier identifier, MacSeen mac) {
    HostFact<PanicReports.Search> fact = mac.panics();
    if (fact.value().isEmpty()) {
      return Check.notKnown(Topic.PANICS, fact);
    }
    List<Ground> found = new ArrayList<>();
    List<Ground> doubtful = new ArrayList<>();
    for (OnDisk file : fact.value().get().reports()) {
      file.report().ifPresent(report -> concerning(identifier, file, report, found));
      doubt(file, doubtful);
    }
    if (!found.isEmpty()) {
      return Check.warned(Topic.PANICS, "It was there when the kernel panicked.", found);
    }
    return doubtful.isEmpty()
        ? Check.passed(
            Topic.PANICS,
            "No report of a panic accuses it.",
            Ground.of(fact.asked(), "%d reports".formatted(fact.value().get().reports().size())))
        : Check.notKnown(
            Topic.PANICS,
            "No report accuses it, but not every report could be read to its end.",
            doubtful.toArray(Ground[]::new));
  }

  private static void doubt(OnDisk file, List<Ground> doubtful) {
    String path = file.path().toString();
    file.problem().ifPresent(problem -> doubtful.add(Ground.of(path, problem)));
    if (file.report().filter(PanicCheck::isCutShort).isPresent()) {
      doubtful.add(Ground.of(path, "The report was cut short."));
    }
  }

  private static boolean isCutShort(PanicReport report) {
    return report.extent() == PanicReport.Extent.CUT_SHORT;
  }

  private static void concerning(
      BundleIdentifier identifier, OnDisk file, PanicReport report, List<Ground> found) {
    String path = file.path().toString();
    for (BacktraceKext kext : report.backtrace()) {
      if (kext.kext().identifier().equals(identifier)) {
        found.add(
            Ground.line(
                path,
                kext.line(),
                "in the backtrace, version %s: %s"
                    .formatted(kext.kext().version(), report.message().text())));
      }
    }
    report
        .lastStarted()
        .filter(kext -> kext.identifier().equals(identifier))
        .ifPresent(
            kext ->
                found.add(
                    Ground.line(
                        path,
                        report.message().number(),
                        "started last before: " + report.message().text())));
  }
}
