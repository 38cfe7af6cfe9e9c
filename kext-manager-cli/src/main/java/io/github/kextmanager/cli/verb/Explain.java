package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.ExplainJson;
import io.github.kextmanager.cli.answer.ExplainText;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.Source;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.doctor.Explainer;
import io.github.kextmanager.doctor.Explanation;
import java.io.IOException;
import java.io.Reader;
import picocli.CommandLine.Model.CommandSpec;

/** Says why a kext was refused, from what a tool or a log said, and who can do what about it. */
final class Explain implements Verb {
  @Override
  public CommandSpec spec() {
    return ExplainWords.addTo(
            VerbSpec.of(
                "Explain what a tool or a log said about kexts.",
                "Says why in one sentence, who can do what about it, and from which lines that was"
                    + " read. Takes whatever people paste: prompts, quotes, logs, wrapped lines,"
                    + " several commands. What it does not know it calls UNKNOWN, and shows; of"
                    + " what is no text, by more than one in ten of its first 65536 characters,"
                    + " little.",
                "It needs no Mac, and reads files of any length in little memory: of a very long"
                    + " one, the first 25 and the last 25 places of each wording count.",
                "In JSON, for each file: file, category, also, identifiers, culprit (the kext to"
                    + " blame, if it is known and another one than was asked for), osReturn,"
                    + " kmErrorCode, teamIdentifiers, symbols, facts, remedies (actor, action,"
                    + " command), evidence (line, text)."))
        .objects("FILE", "0..*", "Files to read. Without one, or for -, standard input.")
        .buildWithoutMac();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    Format format = words.options().format();
    Explainer explainer = ExplainWords.explainer(words, console);
    ExitStatus status = ExitStatus.DONE;
    for (Source source : Source.of(words.objects())) {
      try (Reader text = source.open(console)) {
        answer(source, explainer.explain(text), format, console);
      } catch (IOException e) {
        status = source.unreadable(console, e, format);
      }
    }
    return status;
  }

  private static void answer(
      Source source, Explanation explanation, Format format, Console console) {
    if (format == Format.JSON) {
      ExplainJson.write(source, explanation, console);
    } else {
      ExplainText.print(source, explanation, console);
    }
  }
}
