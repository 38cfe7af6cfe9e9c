package io.github.kextmanager.verdict;

import io.github.kextmanager.model.BundleIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one answer of a tool means.
 *
 * @param category the one category that explains the answer
 * @param also further categories that hold as well, such as a second cause, in the order in which
 *     they were read
 * @param identifiers the kexts that the answer names, in that order, without repetition
 * @param osReturn the kernel's result code, if the answer gives it as a number or by its text
 * @param kmErrorCode the code of {@code KMErrorDomain}, if the answer gives one
 * @param evidence the lines that this was read from; never empty unless the answer was empty
 */
public record Verdict(
    Category category,
    List<Category> also,
    List<BundleIdentifier> identifiers,
    Optional<OsReturn> osReturn,
    OptionalInt kmErrorCode,
    List<Evidence> evidence) {

  /** Takes unmodifiable copies of the lists. */
  public Verdict {
    also = List.copyOf(also);
    identifiers = List.copyOf(identifiers);
    evidence = List.copyOf(evidence);
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
        category, List.of(), List.of(), Optional.empty(), OptionalInt.empty(), evidence);
  }
}
