package io.github.kextmanager.verdict;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TeamIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one answer of a tool means.
 *
 * @param category the one category that explains the answer
 * @param also further categories that hold as well, such as a second cause
 * @param details what the answer names, each with the line that it was read from
 * @param evidence the lines that this was read from; never empty unless the answer was empty
 */
public record Verdict(
    Category category, List<Category> also, Details details, List<Evidence> evidence) {

  /** Takes unmodifiable copies of the lists. */
  public Verdict {
    also = List.copyOf(also);
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
    return new Verdict(category, List.of(), Details.NONE, evidence);
  }

  /**
   * The same verdict with another category.
   *
   * @param category the category
   * @return the verdict
   */
  public Verdict withCategory(Category category) {
    return new Verdict(category, also, details, evidence);
  }

  /**
   * The same with other further categories.
   *
   * @param also what holds as well
   * @return the verdict
   */
  public Verdict withAlso(List<Category> also) {
    return new Verdict(category, also, details, evidence);
  }

  /**
   * The same verdict with other lines.
   *
   * @param evidence the lines
   * @return the verdict
   */
  public Verdict withEvidence(List<Evidence> evidence) {
    return new Verdict(category, also, details, evidence);
  }

  /**
   * The kexts named.
   *
   * @return the identifiers of {@link Details#identifiers}
   */
  public List<BundleIdentifier> identifiers() {
    return Mention.values(details.identifiers());
  }

  /**
   * The kext that is to blame, if it is known and another one than was asked for.
   *
   * @return the identifier
   */
  public Optional<BundleIdentifier> culprit() {
    return details.culprit().map(Mention::value);
  }

  /**
   * The developer teams named.
   *
   * @return the identifiers of {@link Details#teamIdentifiers}
   */
  public List<TeamIdentifier> teamIdentifiers() {
    return Mention.values(details.teamIdentifiers());
  }

  /**
   * The kernel's result code.
   *
   * @return the code, if the answer gives one
   */
  public Optional<OsReturn> osReturn() {
    return details.osReturn().map(Mention::value);
  }

  /**
   * The code of {@code KMErrorDomain}.
   *
   * @return the code, if the answer gives one
   */
  public OptionalInt kmErrorCode() {
    return details.kmErrorCode().stream().mapToInt(Mention::value).findFirst();
  }

  /**
   * The symbols that could not be resolved.
   *
   * @return their names, as the linker has them
   */
  public List<String> symbols() {
    return Mention.values(details.symbols());
  }

  /**
   * The bundles and files that are named as the object of a message.
   *
   * @return their paths, as printed
   */
  public List<String> paths() {
    return Mention.values(details.paths());
  }

  /**
   * The classes whose instances keep a kext loaded.
   *
   * @return the classes, each with the number of its instances
   */
  public List<ClassInstances> holders() {
    return Mention.values(details.holders());
  }

  /**
   * The codes about code signatures.
   *
   * @return the codes
   */
  public List<SignatureError> signatureErrors() {
    return Mention.values(details.signatureErrors());
  }

  /**
   * What a status answer says.
   *
   * @return the facts
   */
  public List<Fact> facts() {
    return Mention.values(details.facts());
  }
}
