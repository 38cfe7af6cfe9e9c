package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.program.LongOption;
import io.github.kextmanager.testing.program.LongOption.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words that end the options of kextfind and of its predicates, because they begin something
 * else (kext_tools, kextfind_tables.h). They stand in the tables of the options, so a beginning
 * that fits one of them and an option fits neither.
 */
final class KextfindWords {
  /** What is reported for them. */
  static final char PREDICATE = '\1';

  /** Begins a report. */
  static final String REPORT = "-report";

  /**
   * Not all there are: the engine knows others, which are found to be no options in another way.
   */
  private static final List<LongOption> PREDICATES =
      Stream.of(
              "property property-exists match-property match-property-exists",
              "loaded valid authentic dependencies-met loadable warnings library and or not",
              "version compatible-with-version integrity has-plugins plugin debug",
              "arch arch-exact executable no-executable defines-symbol references-symbol",
              "duplicate-id invalid inauthentic dependencies-missing nonloadable",
              "bundle-id bundle-name root console local-root network-root safe-boot",
              "p pe m me v a d l w and or not V ax x nx dsym rsym dup nv na nd nl b R C L N S",
              "echo print print-diagnostics print-property print-match-property print-arches",
              "print-dependencies print-dependents print-integrity print-plugins",
              "print-info-dictionary print-executable exec pdiag pp pm pa pid px")
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .map(name -> new LongOption(name, Value.NONE, PREDICATE))
          .toList();

  private KextfindWords() {}

  /** Some options, and all these words behind them. */
  static List<LongOption> behind(LongOption... options) {
    return Stream.concat(Stream.of(options), PREDICATES.stream()).toList();
  }
}
