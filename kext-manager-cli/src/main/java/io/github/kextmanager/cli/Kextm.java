package io.github.kextmanager.cli;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.Loudness;
import io.github.kextmanager.cli.answer.OutputFailedException;
import io.github.kextmanager.cli.answer.ProductVersion;
import io.github.kextmanager.cli.grammar.Grammar;
import java.util.List;

/** One run of the command, from its words to its exit status. */
public final class Kextm {
  private final Console console;

  /** A run with the streams of a console. */
  public Kextm(Console console) {
    this.console = console;
  }

  /** Does what the words say. Whatever goes wrong ends in a status and a line on standard error. */
  public ExitStatus run(List<String> words) {
    ExitStatus answered = answer(words);
    // A change that was interrupted half way is answered as far as it is known.
    boolean interrupted = Thread.currentThread().isInterrupted();
    ExitStatus status = interrupted ? ExitStatus.INTERRUPTED : answered;
    try {
      console.flush();
      return status;
    } catch (OutputFailedException e) {
      return e.isReaderGone() ? status : Failures.report(e, Format.TEXT, console);
    }
  }

  private ExitStatus answer(List<String> words) {
    try {
      return dispatch(words);
    } catch (OutputFailedException e) {
      return e.isReaderGone() ? ExitStatus.DONE : Failures.report(e, Format.TEXT, console);
    } catch (RuntimeException | Error e) {
      boolean verbose = words.contains("--verbose");
      Console talkative = verbose ? console.with(Loudness.VERBOSE) : console;
      return Failures.report(e, words.contains("--json") ? Format.JSON : Format.TEXT, talkative);
    }
  }

  private ExitStatus dispatch(List<String> words) {
    String first = words.isEmpty() ? "" : words.get(0);
    return switch (first) {
      case "--version", "-V" -> version();
      case "--help", "-h" -> Help.all(console);
      case "help" -> Help.on(words.subList(1, words.size()), console);
      default ->
          VerbGroup.isAskedAbout(words)
              ? Help.group(first, console)
              : Request.of(words).answer(console);
    };
  }

  private ExitStatus version() {
    console.print(Grammar.COMMAND + " " + ProductVersion.text());
    return ExitStatus.DONE;
  }
}
