package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.KextRow;
import io.github.kextmanager.cli.answer.KextTableText;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.testing.MacReport;
import io.github.kextmanager.testing.OnDiskMac;
import java.util.Collection;
import java.util.List;

/** What is said about a simulated Mac that stands in a folder. */
final class MacAnswer {
  static final String JSON =
      "In JSON: folder, release, build, chip, start, bootSession, approvedKexts, approvedTeams,"
          + " awaitingApproval, faults, kexts (rows as of list).";

  private MacAnswer() {}

  /** After a change: one line, or the whole in JSON. */
  static ExitStatus give(OnDiskMac mac, Words words, Console console) {
    MacReport report = mac.report();
    if (words.options().format() == Format.JSON) {
      json(report, console);
    } else {
      console.print(
          "macOS %s in %s: %d kexts loaded, %d waiting for approval."
              .formatted(
                  report.release(),
                  report.folder(),
                  report.kernel().kexts().size(),
                  report.awaitingApproval().size()));
    }
    return ExitStatus.DONE;
  }

  /** All that there is to say. */
  static ExitStatus show(OnDiskMac mac, Words words, Console console) {
    MacReport report = mac.report();
    if (words.options().format() == Format.JSON) {
      json(report, console);
    } else {
      text(report, console);
    }
    return ExitStatus.DONE;
  }

  private static void json(MacReport report, Console console) {
    console
        .json()
        .text("folder", report.folder().toString())
        .text("release", report.release().toString())
        .text("build", report.build())
        .text("chip", report.chip().name())
        .text("start", report.start().name())
        .text("bootSession", report.bootSession().toString())
        .texts("approvedKexts", report.approvedKexts())
        .texts("approvedTeams", report.approvedTeams())
        .texts("awaitingApproval", report.awaitingApproval())
        .texts("faults", report.faults())
        .objects("kexts", rows(report), (json, row) -> row.writeTo(json))
        .end();
  }

  private static List<KextRow> rows(MacReport report) {
    return report.kernel().kexts().stream().map(KextRow::of).toList();
  }

  private static void text(MacReport report, Console console) {
    console.print("folder:            " + report.folder());
    console.print("macOS:             " + report.release() + " (" + report.build() + ")");
    console.print("chip:              " + report.chip());
    console.print("started:           " + report.start());
    console.print("boot session:      " + report.bootSession());
    console.print("approved kexts:    " + list(report.approvedKexts()));
    console.print("approved teams:    " + list(report.approvedTeams()));
    console.print("awaiting approval: " + list(report.awaitingApproval()));
    console.print("still to go wrong: " + list(report.faults()));
    List<KextRow> rows = rows(report);
    KextTableText table = KextTableText.of(rows);
    console.print(table.header());
    rows.forEach(row -> console.print(table.line(row)));
  }

  private static String list(Collection<String> words) {
    return words.isEmpty() ? "none" : String.join(", ", words);
  }
}
