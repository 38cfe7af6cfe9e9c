package io.github.kextmanager.testing.offline;

import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.model.VersionGrammar;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.testing.query.ParsedPredicate;
import io.github.kextmanager.testing.query.PredicateParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.LongPredicate;

/**
 * The predicates of a query that look at a kext and print nothing (kext_tools, kextfind_query.c).
 */
final class QueryPredicates {
  private static final Set<String> INTEGRITIES =
      Set.of("correct", "unknown", "not-apple", "no-receipt", "modified");

  private final VersionGrammar versions;
  private final TextMatching general;
  private final ToolLog log;
  private final PredicateReader reader;
  private boolean asksKernel;

  QueryPredicates(VersionGrammar versions, TextMatching general, ToolLog log) {
    this.versions = versions;
    this.general = general;
    this.log = log;
    this.reader = new PredicateReader(log);
  }

  /** Whether a predicate was read that needs to know what is loaded. */
  boolean asksKernel() {
    return asksKernel;
  }

  Map<String, PredicateParser<Candidate>> parsers() {
    Map<String, PredicateParser<Candidate>> parsers = new HashMap<>();
    for (FlagTest flag : FlagTest.values()) {
      parsers.put(flag.predicate(), words -> flag(flag));
    }
    parsers.put("-property", words -> property(words, QueryPredicates::atTop));
    parsers.put("-property-exists", words -> exists(words, QueryPredicates::atTop));
    parsers.put("-match-property", words -> property(words, QueryPredicates::inPersonality));
    parsers.put("-match-property-exists", words -> exists(words, QueryPredicates::inPersonality));
    parsers.put("-bundle-id", this::identifier);
    parsers.put("-bundle-name", this::name);
    Map.of(
            "-root", "Root",
            "-console", "Console",
            "-local-root", "Local-Root",
            "-network-root", "Network-Root",
            "-safe-boot", "Safe Boot")
        .forEach((predicate, value) -> parsers.put(predicate, words -> required(value)));
    parsers.put("-version", this::version);
    parsers.put("-compatible-with-version", this::compatibleWithVersion);
    parsers.put("-integrity", this::integrity);
    parsers.put("-arch", words -> architectures(words, CodeTest.ALL));
    parsers.put("-arch-exact", words -> architectures(words, CodeTest.EXACTLY));
    parsers.put(
        "-defines-symbol",
        words -> symbol(words, (it, name) -> it.code().defines(it.kext(), name)));
    parsers.put(
        "-references-symbol",
        words -> symbol(words, (it, name) -> it.code().refersTo(it.kext(), name)));
    return parsers;
  }

  static Map<String, String> abbreviations() {
    Map<String, String> abbreviations = new HashMap<>(FlagTest.abbreviations());
    abbreviations.putAll(
        Map.of(
            "-p", "-property",
            "-pe", "-property-exists",
            "-m", "-match-property",
            "-me", "-match-property-exists",
            "-b", "-bundle-id",
            "-B", "-bundle-name",
            "-V", "-version",
            "-ax", "-arch-exact",
            "-dsym", "-defines-symbol",
            "-rsym", "-references-symbol"));
    abbreviations.putAll(
        Map.of(
            "-R", "-root",
            "-C", "-console",
            "-L", "-local-root",
            "-N", "-network-root",
            "-S", "-safe-boot",
            "!", "-not"));
    return abbreviations;
  }

  private ParsedPredicate<Candidate> flag(FlagTest flag) {
    asksKernel |= flag == FlagTest.LOADED;
    return PredicateReader.alone(flag::holds);
  }

  /** Finds out whether a value fits, somewhere in a kext. */
  @FunctionalInterface
  private interface Place {
    boolean holds(Candidate candidate, String key, Optional<ValueTest> test);
  }

  private static boolean atTop(Candidate it, String key, Optional<ValueTest> test) {
    return it.dictionaries()
        .value(it.kext(), key)
        .filter(value -> test.isEmpty() || test.get().holds(value))
        .isPresent();
  }

  private static boolean inPersonality(Candidate it, String key, Optional<ValueTest> test) {
    return it.dictionaries().personalities(it.kext()).stream()
        .flatMap(personality -> personality.get(key).stream())
        .anyMatch(value -> test.isEmpty() || test.get().holds(value));
  }

  private ParsedPredicate<Candidate> property(List<String> words, Place place) {
    return reader.withOptions(
        words,
        PredicateOptions.Kind.TEXT,
        2,
        (options, arguments) -> {
          String key = arguments.get(0);
          Optional<ValueTest> test =
              Optional.of(new ValueTest(arguments.get(1), matching(options), general));
          return PredicateReader.taken(it -> place.holds(it, key, test), options.end() + 2);
        });
  }

  private static ParsedPredicate<Candidate> exists(List<String> words, Place place) {
    return PredicateReader.withArguments(
        words,
        1,
        arguments -> {
          String key = arguments.get(0);
          return PredicateReader.taken(it -> place.holds(it, key, Optional.empty()), 2);
        });
  }

  private ParsedPredicate<Candidate> identifier(List<String> words) {
    return reader.withOptions(
        words,
        PredicateOptions.Kind.TEXT,
        1,
        (options, arguments) -> {
          Optional<ValueTest> test =
              Optional.of(new ValueTest(arguments.get(0), matching(options), general));
          return PredicateReader.taken(
              it -> atTop(it, "CFBundleIdentifier", test), options.end() + 1);
        });
  }

  private ParsedPredicate<Candidate> name(List<String> words) {
    return reader.withOptions(
        words,
        PredicateOptions.Kind.TEXT,
        1,
        (options, arguments) -> {
          TextMatching matching = matching(options).or(general);
          String wanted = arguments.get(0);
          return PredicateReader.taken(
              it -> matching.fits(it.paths().name(it.kext()), wanted), options.end() + 1);
        });
  }

  private static TextMatching matching(PredicateOptions.Taken options) {
    return new TextMatching(options.has('i'), options.has('s'));
  }

  private static ParsedPredicate<Candidate> required(String value) {
    Optional<ValueTest> test = Optional.of(ValueTest.exactly(value));
    return PredicateReader.alone(it -> atTop(it, "OSBundleRequired", test));
  }

  private ParsedPredicate<Candidate> version(List<String> words) {
    return PredicateReader.withArguments(
        words,
        1,
        arguments -> {
          Optional<LongPredicate> test = VersionTest.parse(arguments.get(0), versions);
          if (test.isEmpty()) {
            noVersion(arguments.get(0));
            return ParsedPredicate.badArgument();
          }
          return PredicateReader.taken(it -> test.get().test(it.kext().version().value()), 2);
        });
  }

  /** After a version that is none the query ends here, and nobody says why it does. */
  private ParsedPredicate<Candidate> compatibleWithVersion(List<String> words) {
    return PredicateReader.withArguments(
        words,
        1,
        arguments -> {
          OptionalLong wanted = VersionTest.value(arguments.get(0), versions);
          if (wanted.isEmpty()) {
            noVersion(arguments.get(0));
            return new ParsedPredicate.Refused<>(Optional.empty());
          }
          long version = wanted.getAsLong();
          return PredicateReader.taken(
              it ->
                  it.kext().isLibrary()
                      && it.kext().compatibleVersion().value() <= version
                      && version <= it.kext().version().value(),
              2);
        });
  }

  private void noVersion(String text) {
    log.error("Invalid version string '%s'.".formatted(text));
  }

  private ParsedPredicate<Candidate> integrity(List<String> words) {
    return PredicateReader.withArguments(
        words,
        1,
        arguments -> {
          if (!INTEGRITIES.contains(arguments.get(0))) {
            return ParsedPredicate.badArgument();
          }
          log.error("Integrity states are no longer used; no kexts will match.");
          return PredicateReader.taken(it -> false, 2);
        });
  }

  private ParsedPredicate<Candidate> architectures(List<String> words, CodeTest test) {
    return PredicateReader.withArguments(
        words,
        1,
        arguments -> {
          List<Cpu> architectures = reader.architectures(arguments.get(0));
          return architectures.isEmpty()
              ? ParsedPredicate.badArgument()
              : PredicateReader.taken(it -> test.holds(it, architectures), 2);
        });
  }

  private static ParsedPredicate<Candidate> symbol(
      List<String> words, BiPredicate<Candidate, String> test) {
    return PredicateReader.withArguments(
        words,
        1,
        arguments -> {
          String name = arguments.get(0);
          return PredicateReader.taken(it -> test.test(it, name), 2);
        });
  }
}
