package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.Json;
import io.github.kextmanager.cli.answer.KextRow;
import io.github.kextmanager.cli.answer.KextTableText;
import io.github.kextmanager.cli.answer.PastedTable;
import io.github.kextmanager.cli.answer.Source;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.parse.KextTable;
import io.github.kextmanager.parse.KextTableRow;
import io.github.kextmanager.parse.UnrecognisedLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Reads tables of loaded kexts, as the tools print them and as people paste them. */
final class ParseKextstat implements Verb {
  @Override
  public CommandSpec spec() {
    return VerbSpec.of(
            "Read tables of kextstat or kmutil showloaded.",
            "Reads what the tools printed, also where it was indented, quoted or wrapped, or stands"
                + " between other text.",
            "In JSON, for each file: file, rows, ignoredLines, unrecognised. A field that the tool"
                + " printed as ?? or ????, or that was cut off, is null.")
        .objects("FILE", "0..*", "Files to read. Without one, or for -, standard input.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    Format format = words.options().format();
    ExitStatus status = ExitStatus.DONE;
    for (Source source : Source.of(words.objects())) {
      try {
        answer(source, PastedTable.read(source, console), format, console);
      } catch (IOException e) {
        status = source.unreadable(console, e, format);
      }
    }
    return status;
  }

  private static void answer(Source source, KextTable table, Format format, Console console) {
    if (format == Format.JSON) {
      console
          .json()
          .text("file", source.name())
          .objects("rows", table.rows(), ParseKextstat::writeRow)
          .number("ignoredLines", table.ignoredLines())
          .objects("unrecognised", table.unrecognised(), ParseKextstat::writeLine)
          .end();
    } else {
      print(table, console);
      table.unrecognised().forEach(line -> say(source, line, console));
    }
    int left = table.unrecognisedLines() - table.unrecognised().size();
    if (left > 0) {
      console.say("kextm: " + source.name() + ": " + left + " more lines were not recognised");
    }
  }

  private static void writeRow(Json json, KextTableRow row) {
    json.number("line", row.line());
    KextRow.of(row).writeTo(json);
  }

  private static void writeLine(Json json, UnrecognisedLine line) {
    json.number("line", line.line()).text("text", line.text());
  }

  private static void print(KextTable table, Console console) {
    List<KextRow> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(KextRow.of(row)));
    KextTableText text = KextTableText.of(rows);
    console.print(text.header());
    rows.forEach(row -> console.print(text.line(row)));
  }

  private static void say(Source source, UnrecognisedLine line, Console console) {
    console.say(source.name() + ":" + line.line() + ": not recognised: " + line.text());
  }
}
