package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.KextRow;
import io.github.kextmanager.cli.answer.KextTableText;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.ChosenMac;
import io.github.kextmanager.cli.mac.ChosenMac.Need;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the loaded kexts. */
final class ListKexts implements Verb {
  @Override
  public CommandSpec spec() {
    return VerbSpec.of(
            "List the loaded kexts.",
            "Prints the table of kextstat, whatever the release of macOS.",
            "In JSON: host, takenAt, kexts. host names a simulated Mac and is null for this one.")
        .recordable()
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    GlobalOptions options = words.options();
    try (ChosenMac mac = ChosenMac.of(options, Need.KERNEL, console)) {
      KextSnapshot snapshot = mac.manager().snapshot();
      List<KextRow> rows = rows(snapshot);
      if (options.format() == Format.JSON) {
        console
            .json()
            .text("host", mac.name())
            .text("takenAt", snapshot.takenAt().toString())
            .objects("kexts", rows, (json, row) -> row.writeTo(json))
            .end();
      } else {
        KextTableText text = KextTableText.of(rows);
        console.print(text.header());
        for (KextRow row : rows) {
          console.print(text.line(row));
        }
      }
      return ExitStatus.DONE;
    }
  }

  private static List<KextRow> rows(KextSnapshot snapshot) {
    List<KextRow> rows = new ArrayList<>();
    for (LoadedKext kext : snapshot.kexts()) {
      rows.add(KextRow.of(kext));
    }
    return rows;
  }
}
