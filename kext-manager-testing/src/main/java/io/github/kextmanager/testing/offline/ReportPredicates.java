package io.github.kextmanager.testing.offline;

import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.macho.Symbol;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.testing.query.ParsedPredicate;
import io.github.kextmanager.testing.query.PredicateParser;
import io.github.kextmanager.testing.query.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The columns that a report can have, by the words of a query that ask for them (kext_tools,
 * kextfind_report.c).
 */
final class ReportPredicates {
  private final Report report;
  private final ToolLog log;
  private final PredicateReader reader;
  private boolean asksKernel;

  ReportPredicates(Report report, ToolLog log) {
    this.report = report;
    this.log = log;
    this.reader = new PredicateReader(log);
  }

  /** Whether a column was read that needs to know what is loaded. */
  boolean asksKernel() {
    return asksKernel;
  }

  Map<String, PredicateParser<Candidate>> parsers() {
    Map<String, PredicateParser<Candidate>> parsers = new HashMap<>();
    for (FlagTest flag : FlagTest.values()) {
      flag.heading().ifPresent(title -> parsers.put(flag.predicate(), words -> flag(flag, title)));
    }
    parsers.put("-property", this::property);
    parsers.put("-print-property", this::property);
    parsers.put("-bundle-id", words -> property("CFBundleIdentifier", 1));
    parsers.put("-version", words -> property("CFBundleVersion", 1));
    parsers.put("-arch", words -> architectures(words, CodeTest.ALL, ""));
    parsers.put("-arch-exact", words -> architectures(words, CodeTest.EXACTLY, " (only)"));
    parsers.put("-symbol", this::symbol);
    parsers.put("-integrity", words -> column("Integrity", it -> "n/a"));
    parsers.put("-print-integrity", words -> column("Integrity", it -> "n/a"));
    parsers.put("-print", words -> column("Bundle", it -> it.paths().of(it.kext())));
    parsers.put("-bundle-name", words -> column("Bundle", it -> it.paths().name(it.kext())));
    parsers.put("-print-arches", words -> column("Arches", ReportPredicates::architectures));
    parsers.put(
        "-print-dependencies",
        words -> column("# Dependencies", it -> count(it.questions().libraries(it.kext()))));
    parsers.put(
        "-print-dependents",
        words -> column("# Dependents", it -> count(it.questions().dependents(it.kext()))));
    parsers.put(
        "-print-plugins",
        words -> column("# Plugins", it -> count(it.questions().plugIns(it.kext()))));
    parsers.put("-print-info-dictionary", words -> column("Info Dictionary", this::infoPlist));
    parsers.put("-print-executable", words -> column("Executable", this::executable));
    return parsers;
  }

  static Map<String, String> abbreviations() {
    Map<String, String> abbreviations = new HashMap<>(FlagTest.abbreviations());
    abbreviations.putAll(
        Map.of(
            "-p", "-property",
            "-b", "-bundle-id",
            "-B", "-bundle-name",
            "-V", "-version",
            "-ax", "-arch-exact",
            "-sym", "-symbol"));
    abbreviations.putAll(
        Map.of(
            "-pp", "-print-property",
            "-pa", "-print-arches",
            "-pid", "-print-info-dictionary",
            "-px", "-print-executable",
            "!", "-not"));
    return abbreviations;
  }

  private ParsedPredicate<Candidate> column(String heading, Function<Candidate, String> value) {
    return column(heading, it -> Optional.of(value.apply(it)), 1);
  }

  private ParsedPredicate<Candidate> column(
      String heading, Function<Candidate, Optional<String>> value, int words) {
    Term<Candidate> term = it -> report.column(heading, it, value);
    return new ParsedPredicate.Taken<>(term, words);
  }

  private ParsedPredicate<Candidate> flag(FlagTest flag, String heading) {
    asksKernel |= flag == FlagTest.LOADED;
    return column(heading, it -> yesOrNo(flag.holds(it)));
  }

  private static String yesOrNo(boolean holds) {
    return holds ? "yes" : "no";
  }

  private ParsedPredicate<Candidate> property(List<String> words) {
    return PredicateReader.withArguments(words, 1, arguments -> property(arguments.get(0), 2));
  }

  private ParsedPredicate<Candidate> property(String key, int words) {
    return column(key, it -> PropertyText.column(it.dictionaries().value(it.kext(), key)), words);
  }

  /** Without an argument the report ends here, and nobody says why it does. */
  private ParsedPredicate<Candidate> architectures(
      List<String> words, CodeTest test, String suffix) {
    if (words.size() < 2) {
      return new ParsedPredicate.Refused<>(Optional.empty());
    }
    String list = words.get(1);
    List<Cpu> architectures = reader.architectures(list);
    return architectures.isEmpty()
        ? ParsedPredicate.badArgument()
        : column(list + suffix, it -> Optional.of(yesOrNo(test.holds(it, architectures))), 2);
  }

  private static String architectures(Candidate it) {
    return String.join(",", it.code().architectures(it.kext()).orElse(List.of()));
  }

  private ParsedPredicate<Candidate> symbol(List<String> words) {
    return PredicateReader.withArguments(
        words,
        1,
        arguments -> {
          String name = arguments.get(0);
          Term<Candidate> term =
              it -> report.slippingColumn("symbol " + name, it, each -> symbol(each, name));
          return new ParsedPredicate.Taken<>(term, 2);
        });
  }

  private static Optional<String> symbol(Candidate it, String name) {
    return it.code().kinds(it.kext(), name).map(kinds -> role(it, kinds));
  }

  private static String role(Candidate it, List<Symbol.Kind> kinds) {
    if (kinds.isEmpty()) {
      return "";
    }
    boolean isReference = kinds.get(0) == Symbol.Kind.UNDEFINED && !it.kext().isKernelComponent();
    return isReference ? "references" : "defines";
  }

  private static String count(List<?> kexts) {
    return String.valueOf(kexts.size());
  }

  private String infoPlist(Candidate it) {
    complainAboutNames(it);
    return it.paths().infoPlist(it.kext());
  }

  private String executable(Candidate it) {
    Optional<String> path = it.paths().executable(it.kext());
    path.ifPresent(unused -> complainAboutNames(it));
    return path.orElse("");
  }

  private void complainAboutNames(Candidate it) {
    if (it.paths().isOfNamesOnly()) {
      log.error(KextPaths.NO_NAMES);
    }
  }
}
