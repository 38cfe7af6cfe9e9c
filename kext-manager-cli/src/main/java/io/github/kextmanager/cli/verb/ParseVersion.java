package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.Source;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.model.KextVersion;
import io.github.kextmanager.model.VersionGrammar;
import java.io.IOException;
import java.io.Reader;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Reads versions of kexts, one a line, as the tools of an era do. */
final class ParseVersion implements Verb {
  private static final String ERA = "--era";

  @Override
  public CommandSpec spec() {
    return VerbSpec.of(
            "Read versions of kexts, one a line.",
            "Each line, up to its line feed, is read as a tool of that era reads the text of a version."
                + " The answer is the version in its canonical form and the integer that stands for"
                + " it inside macOS.",
            "In JSON: input, valid, value (the integer), canonical. Of a text that is no version, value"
                + " and canonical are null.")
        .required(ERA, "ERA", "classic (macOS 10.6 to 10.13) or 10.14 (and later).")
        .objects("FILE", "0..1", "The file to read. Without one, or for -, standard input.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    VersionGrammar grammar = grammar(words.text(ERA));
    Format format = words.options().format();
    Source source = Source.of(words.objects()).get(0);
    try (Reader text = source.open(console)) {
      LineReader lines = new LineReader(text);
      for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
        answer(line, grammar, format, console);
      }
      return ExitStatus.DONE;
    } catch (IOException e) {
      return source.unreadable(console, e, format);
    }
  }

  private static VersionGrammar grammar(String era) {
    return switch (era) {
      case "classic" -> VersionGrammar.CLASSIC;
      case "10.14" -> VersionGrammar.MODERN;
      default -> throw new UsageException("--era is classic or 10.14, not \"" + era + "\".");
    };
  }

  private static void answer(String line, VersionGrammar grammar, Format format, Console console) {
    if (format == Format.TEXT) {
      console.print(sentence(line, grammar));
      return;
    }
    Optional<KextVersion> version = grammar.fromTool(line);
    console
        .json()
        .text("input", line)
        .truth("valid", version.isPresent())
        .number("value", packed(version, grammar))
        .text("canonical", version.map(KextVersion::canonical))
        .end();
  }

  private static OptionalLong packed(Optional<KextVersion> version, VersionGrammar grammar) {
    return version.isPresent()
        ? OptionalLong.of(grammar.pack(version.get()).value())
        : OptionalLong.empty();
  }

  private static String sentence(String line, VersionGrammar grammar) {
    try {
      KextVersion version = grammar.parse(line);
      long packed = grammar.pack(version).value();
      return "\"" + line + "\" is " + version.canonical() + ", as an integer " + packed + ".";
    } catch (IllegalArgumentException e) {
      return Objects.requireNonNullElse(e.getMessage(), "");
    }
  }
}
