package io.github.kextmanager.testing.offline;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What can be asked about a kext with one word (kext_tools, kextfind_query.h). */
enum FlagTest {
  LOADED("-loaded", "", "Loaded", it -> it.questions().isLoaded(it.kext())),
  VALID("-valid", "-v", "Valid", it -> it.questions().isValid(it.kext())),
  AUTHENTIC("-authentic", "-a", "Authentic", it -> it.questions().isAuthentic(it.kext())),
  DEPENDENCIES_MET(
      "-dependencies-met", "-d", "Dependencies Met", it -> it.questions().hasLibraries(it.kext())),
  LOADABLE("-loadable", "-l", "Loadable", it -> it.questions().isLoadable(it.kext())),
  WARNINGS("-warnings", "-w", "Warnings", it -> it.questions().hasWarnings(it.kext())),
  LIBRARY("-library", "-lib", "Library", it -> it.kext().isLibrary()),
  DUPLICATE(
      "-duplicate-id", "-dup", "Has Duplicates", it -> it.questions().hasDuplicates(it.kext())),
  INVALID("-invalid", "-nv", "", it -> !it.questions().isValid(it.kext())),
  INAUTHENTIC("-inauthentic", "-na", "", it -> !it.questions().isAuthentic(it.kext())),
  DEPENDENCIES_MISSING(
      "-dependencies-missing", "-nd", "", it -> !it.questions().hasLibraries(it.kext())),
  NONLOADABLE("-nonloadable", "-nl", "", it -> !it.questions().isLoadable(it.kext())),
  HAS_PLUG_INS("-has-plugins", "", "Plugins", it -> !it.questions().plugIns(it.kext()).isEmpty()),
  PLUG_IN("-plugin", "", "Is Plugin", it -> it.kext().bundle().isPlugIn()),
  DEBUG("-debug", "", "Debug", it -> it.kext().facts().hasLogOrDebugFlags()),
  KERNEL_RESOURCE("-kernel-resource", "", "Kernel Resource", it -> it.kext().isKernelComponent()),
  EXECUTABLE("-executable", "-x", "Has Executable", it -> it.kext().facts().declaresExecutable()),
  NO_EXECUTABLE("-no-executable", "-nx", "", it -> !it.kext().facts().declaresExecutable());

  private final String predicate;
  private final String shortPredicate;
  private final String heading;

  @SuppressWarnings("ImmutableEnumChecker") // None of them keeps anything.
  private final Predicate<Candidate> test;

  /** An empty text stands for a name that it does not have. */
  FlagTest(String predicate, String shortPredicate, String heading, Predicate<Candidate> test) {
    this.predicate = predicate;
    this.shortPredicate = shortPredicate;
    this.heading = heading;
    this.test = test;
  }

  String predicate() {
    return predicate;
  }

  /** What stands over its column in a report; empty if it cannot stand in one. */
  Optional<String> heading() {
    return Optional.of(heading).filter(text -> !text.isEmpty());
  }

  boolean holds(Candidate candidate) {
    return test.test(candidate);
  }

  /** The names by their abbreviations. */
  static Map<String, String> abbreviations() {
    return Arrays.stream(values())
        .filter(flag -> !flag.shortPredicate.isEmpty())
        .collect(Collectors.toMap(flag -> flag.shortPredicate, FlagTest::predicate));
  }
}
