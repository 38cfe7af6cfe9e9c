package io.github.kextmanager.cli.answer;

import io.github.kextmanager.command.Termination;
import io.github.kextmanager.lifecycle.ChangeReport;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.NamedKext;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Remedies;
import io.github.kextmanager.verdict.Remedy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How a change came out, in all that is said of it.
 *
 * @param outcome the outcome in one word
 * @param kext the kext
 * @param loaded whether the kext that was asked about is loaded now, if that is known
 * @param report what was run and what was said
 * @param status the exit status for it
 * @param sentences what people are told: how it came out, then why
 */
public record ChangeAnswer(
    String outcome,
    NamedKext kext,
    Optional<Boolean> loaded,
    ChangeReport report,
    ExitStatus status,
    List<String> sentences) {
  /** Takes an unmodifiable copy of the list. */
  public ChangeAnswer {
    sentences = List.copyOf(sentences);
  }

  /**
   * Answers with some changes of one request on a Mac; the status is that of the first not done.
   */
  public static ExitStatus give(
      List<ChangeAnswer> answers, MacOsVersion release, Format format, Console console) {
    ExitStatus status = ExitStatus.DONE;
    for (ChangeAnswer answer : answers) {
      if (format == Format.JSON) {
        answer.writeTo(console);
      } else {
        ChangeText.tell(answer, release, console);
      }
      if (status == ExitStatus.DONE) {
        status = answer.status();
      }
    }
    for (CommandRecord command : commands(answers)) {
      console.detail("kextm: ran " + ChangeText.line(command));
    }
    return status;
  }

  /** What was run for a request, which every answer to it reports alike. */
  static List<CommandRecord> commands(List<ChangeAnswer> answers) {
    return answers.isEmpty() ? List.of() : answers.get(0).report.commands();
  }

  /**
   * Why it was refused or put off, then what else holds. Whoever does not know how it came out
   * looks again first.
   */
  List<Reason> reasons() {
    return status == ExitStatus.DONE || status == ExitStatus.UNKNOWN
        ? List.of()
        : Stream.concat(Stream.of(report.verdict().category()), report.verdict().also().stream())
            .flatMap(category -> category.reason().stream())
            .distinct()
            .toList();
  }

  /** What helps; of another kext that is to blame, or may be, the commands are left open. */
  List<Remedy> remedies(Reason reason, MacOsVersion release) {
    NamedKext concerned =
        report.verdict().culprit().isPresent()
            ? NamedKext.of(report.verdict())
            : mayBeOfLibrary(reason) ? NamedKext.UNKNOWN : kext;
    return Remedies.of(reason, release).stream().map(remedy -> remedy.about(concerned)).toList();
  }

  /** Whether a reason may be that of a library: where one is at fault, what else holds is why. */
  boolean mayBeOfLibrary(Reason reason) {
    return report.verdict().category() == Category.MISSING_DEPENDENCY
        && reason != Reason.MISSING_DEPENDENCY;
  }

  private void writeTo(Console console) {
    console
        .json()
        .text("outcome", outcome)
        .text("identifier", kext.identifier().map(BundleIdentifier::value))
        .text("category", report.verdict().category().name())
        .truth("loaded", loaded)
        .truth("changed", changed())
        .objects("evidence", report.verdict().evidence(), ChangeAnswer::writeEvidence)
        .objects("commands", report.commands(), ChangeAnswer::writeCommand)
        .end();
  }

  /** Without knowing what is loaded nobody knows. */
  private Optional<Boolean> changed() {
    return loaded.map(known -> !report.changes().isEmpty());
  }

  private static void writeEvidence(Json json, Evidence line) {
    json.text("stream", line.source().name().toLowerCase(Locale.ROOT))
        .number("line", line.line())
        .text("text", line.text());
  }

  private static void writeCommand(Json json, CommandRecord command) {
    json.texts("argv", command.argv())
        .number("exit", exit(command))
        .number("elapsedMs", command.elapsed().toMillis());
  }

  /** The exit status of a command that ended by itself. */
  static OptionalInt exit(CommandRecord command) {
    return command.termination().isPresent()
            && command.termination().get() instanceof Termination.Exited exited
        ? OptionalInt.of(exited.status())
        : OptionalInt.empty();
  }
}
