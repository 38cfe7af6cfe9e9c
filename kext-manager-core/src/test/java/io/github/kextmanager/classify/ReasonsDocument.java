package io.github.kextmanager.classify;

import static java.util.stream.Collectors.joining;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.verdict.Circumstance;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Remedies;
import io.github.kextmanager.verdict.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes docs/reasons.md from the tables that the library uses. */
final class ReasonsDocument {
  static final Path FILE = Path.of("..", "docs", "reasons.md");

  private static final int MOST_EXAMPLES = 4;
  private static final List<Rule> RULES = RuleTable.read();
  private static final List<MacOsVersion> RELEASES =
      Stream.concat(
              IntStream.rangeClosed(6, 15).mapToObj(minor -> new MacOsVersion(10, minor, 0)),
              Stream.of(11, 12, 13, 14, 15, 26, 27).map(major -> new MacOsVersion(major, 0, 0)))
          .toList();

  private ReasonsDocument() {}

  /** Writes the file again. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(FILE, text());
  }

  static String text() {
    return INTRODUCTION
        + Stream.of(Reason.values())
            .map(
                reason ->
                    "| [`%s`](#%s) | %s |\n".formatted(reason, anchor(reason), reason.meaning()))
            .collect(joining())
        + Stream.of(Reason.values()).map(ReasonsDocument::section).collect(joining());
  }

  private static String anchor(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private static String section(Reason reason) {
    return "\n## "
        + reason
        + "\n\n"
        + reason.meaning()
        + "\n\n"
        + examples(reason)
        + remedies(reason);
  }

  private static String examples(Reason reason) {
    return "Such is said:\n\n"
        + RULES.stream()
            .filter(rule -> rule.category().filter(reason.category()::equals).isPresent())
            .sorted(Comparator.comparing(Rule::weight).reversed())
            .limit(MOST_EXAMPLES)
            .map(ReasonsDocument::example)
            .collect(joining())
        + "\n";
  }

  private static String example(Rule rule) {
    String releases = rule.origin().releases();
    return "- `%s` (%s%s; %s)\n"
        .formatted(
            rule.example().replace('\n', ' ').replace('\t', ' ').strip(),
            rule.origin().speaker(),
            releases.equals("*") ? "" : ", macOS " + releases,
            rule.source());
  }

  private static String remedies(Reason reason) {
    Map<Remedy, Occurrence> occurrences = new LinkedHashMap<>();
    for (MacOsVersion release : RELEASES) {
      for (Architecture kernel : List.of(Architecture.X86_64, Architecture.ARM64E)) {
        if (kernel.equals(Architecture.X86_64) || release.isAtLeast(MacOsVersion.BIG_SUR)) {
          for (Circumstance circumstance : Circumstance.values()) {
            Remedies.of(reason, TargetMac.of(release, kernel), circumstance)
                .forEach(
                    remedy ->
                        occurrences
                            .computeIfAbsent(remedy, key -> new Occurrence())
                            .add(release, kernel, circumstance));
          }
        }
      }
    }
    return "| who | macOS | what to do | command |\n|---|---|---|---|\n"
        + occurrences.entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getKey().actor()))
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .collect(joining());
  }

  private static String row(Remedy remedy, Occurrence occurrence) {
    return "| %s | %s | %s%s%s | %s |\n"
        .formatted(
            remedy.actor(),
            occurrence,
            occurrence.when(),
            remedy.action(),
            remedy.delegation() == Remedy.Delegation.CAN_BE_DONE_FOR_YOU
                ? " *Can be done for you.*"
                : "",
            remedy.command().map(command -> "`" + command.replace("|", "\\|") + "`").orElse(""));
  }

  /** Where a remedy helps. */
  private static final class Occurrence {
    private final TreeSet<MacOsVersion> releases = new TreeSet<>();
    private final TreeSet<String> kernels = new TreeSet<>();

    private final Set<Circumstance> circumstances = EnumSet.noneOf(Circumstance.class);

    void add(MacOsVersion release, Architecture kernel, Circumstance circumstance) {
      circumstances.add(circumstance);
      releases.add(release);
      if (release.isAtLeast(MacOsVersion.BIG_SUR)) {
        kernels.add(kernel.equals(Architecture.ARM64E) ? "Apple silicon" : "Intel");
      }
    }

    String when() {
      boolean isForAfter = circumstances.contains(Circumstance.REFUSED);
      if (isForAfter && circumstances.size() > 1) {
        return "";
      }
      return isForAfter ? "*After an attempt:* " : "*Before an attempt:* ";
    }

    @Override
    public String toString() {
      boolean toTheEnd = releases.last().equals(RELEASES.get(RELEASES.size() - 1));
      boolean fromTheBeginning = releases.first().equals(RELEASES.get(0));
      String range =
          fromTheBeginning && toTheEnd
              ? "all"
              : toTheEnd
                  ? "from " + releases.first()
                  : fromTheBeginning
                      ? "up to " + releases.last()
                      : releases.first().equals(releases.last())
                          ? releases.first().toString()
                          : releases.first() + " to " + releases.last();
      return kernels.size() == 1 ? range + ", " + kernels.first() : range;
    }
  }

  private static final String INTRODUCTION =
      """
      # Why a kext was refused, and who must do what

      Every refusal of macOS that this library reads ends in one of the reasons below, with the lines of the tool as evidence. This page is made from
      the tables that the library itself uses (`rules.txt`, `os-returns.txt`, `remedies.txt` and `Reason`); a test fails when it is out of date, and
      the test with `-Dkextmanager.write=true` writes it again.

      `kextm explain FILE` reads any text that people paste, and answers with a reason and what helps in the release in question. Who acts:
      `PROCESS`, the program that asked; `ADMINISTRATOR`, who can become root or who makes the kext; `PERSON`, who sits at the screen; `MDM`, the
      management of the Mac; `RECOVERY`, who starts it into recoveryOS; `RESTART`. In commands, `KEXT` is the path of the bundle, `NAME` its name,
      `ID` its identifier. Of each reason some of the wordings are shown; `rules.txt` has them all, each with its source.

      How well texts are read: 93 transcripts of real Macs that are no tables, which cannot be part of this repository, have a right answer for each
      member; the build prints how many agree where it has them (`CorpusTest`). Two do not. In one, a script shows the banner of `kmutil load` and
      nothing else, and only the exit status, which is not given, could tell that the load succeeded: it stays `UNKNOWN`. The remedy of another, to sign
      a kext that a beta of macOS 27 would not have approved, holds for that case and is no rule. Besides, some 200 transcripts of our own, of each
      message that the tools are known to print and of texts that mean nothing, are in `transcripts.txt` beside the tests.

      | reason | meaning |
      |---|---|
      """;
}
