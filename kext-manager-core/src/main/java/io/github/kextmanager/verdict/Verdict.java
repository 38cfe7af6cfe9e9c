package io.github.kextmanager.verdict;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TeamIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one answer of a tool means.
 *
 * <p>The lists hold what the answer names, in the order in which it was read, without repetition.
 *
 * @param category the one category that explains the answer
 * @param also further categories that hold as well, such as a second cause
 * @param identifiers the kexts named. Not all of them need to be those that were asked for: a
 *     missing approval, for one, lists every kext that waits
 * @param teamIdentifiers the developer teams named
 * @param osReturn the kernel's result code, if the answer gives it as a number or by its text
 * @param kmErrorCode the code of {@code KMErrorDomain}, if the answer gives one
 * @param symbols the symbols that could not be resolved
 * @param paths the bundles and files that are named as the object of a message, as printed: they
 *     may be relative, or a bare name
 * @param holders the classes whose instances keep a kext loaded
 * @param evidence the lines that this was read from; never empty unless the answer was empty
 */
public record Verdict(
    Category category,
    List<Category> also,
    List<BundleIdentifier> identifiers,
    List<TeamIdentifier> teamIdentifiers,
    Optional<OsReturn> osReturn,
    OptionalInt kmErrorCode,
    List<String> symbols,
    List<String> paths,
    List<ClassInstances> holders,
    List<Evidence> evidence) {

  /** Takes unmodifiable copies of the lists. */
  public Verdict {
    also = List.copyOf(also);
    identifiers = List.copyOf(identifiers);
    teamIdentifiers = List.copyOf(teamIdentifiers);
    symbols = List.copyOf(symbols);
    paths = List.copyOf(paths);
    holders = List.copyOf(holders);
    evidence = List.copyOf(evidence);
  }

  /**
   * The same verdict with another category.
   *
   * @param category the category
   * @return the verdict
   */
  public Verdict withCategory(Category category) {
    return new Verdict(
        category,
        also,
        identifiers,
        teamIdentifiers,
        osReturn,
        kmErrorCode,
        symbols,
        paths,
        holders,
        evidence);
  }

  /**
   * The same verdict with other lines.
   *
   * @param evidence the lines
   * @return the verdict
   */
  public Verdict withEvidence(List<Evidence> evidence) {
    return new Verdict(
        category,
        also,
        identifiers,
        teamIdentifiers,
        osReturn,
        kmErrorCode,
        symbols,
        paths,
        holders,
        evidence);
  }

  /**
   * A verdict without anything but its category and its lines.
   *
   * @param category the category
   * @param evidence the lines
   * @return the verdict
   */
  public static Verdict of(Category category, List<Evidence> evidence) {
    return new Verdict(
        category,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        OptionalInt.empty(),
        List.of(),
        List.of(),
        List.of(),
        evidence);
  }
}
