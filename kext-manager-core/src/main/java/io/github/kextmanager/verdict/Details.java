package io.github.kextmanager.verdict;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReleaseRange;
import io.github.kextmanager.model.TeamIdentifier;
import java.util.List;
import java.util.Optional;

/**
 * What an answer names, each value with the line that it was read from.
 *
 * <p>The lists are in the order in which the answer was read, without repetition; of a text that
 * names very many, they hold the first.
 *
 * @param categories what the lines say, the category of the verdict first; a category that no line
 *     says, but an exit status, is not here
 * @param identifiers the kexts named. Not all of them need to be those that were asked for: a
 *     missing approval, for one, lists every kext that waits
 * @param culprit the kext that is to blame, if it is known and another one than was asked for: a
 *     library, or a kext of somebody else in the same collection
 * @param teamIdentifiers the developer teams named
 * @param osReturn the kernel's result code, if the answer gives it as a number or by its text
 * @param kmErrorCode the code of {@code KMErrorDomain}, if the answer gives one
 * @param symbols the symbols that could not be resolved
 * @param paths the bundles and files that are named as the object of a message, as printed: they
 *     may be relative, or a bare name. Where no message names one, the one bundle whose path the
 *     commands in a paste name, if it is one alone
 * @param holders the classes whose instances keep a kext loaded
 * @param signatureErrors the codes about code signatures
 * @param facts what a status answer says
 * @param releases the releases of macOS in which such things are said, as far as they are known
 */
public record Details(
    List<Mention<Category>> categories,
    List<Mention<BundleIdentifier>> identifiers,
    Optional<Mention<BundleIdentifier>> culprit,
    List<Mention<TeamIdentifier>> teamIdentifiers,
    Optional<Mention<OsReturn>> osReturn,
    Optional<Mention<Integer>> kmErrorCode,
    List<Mention<String>> symbols,
    List<Mention<String>> paths,
    List<Mention<ClassInstances>> holders,
    List<Mention<SignatureError>> signatureErrors,
    List<Mention<Fact>> facts,
    ReleaseRange releases) {
  /** Nothing. */
  public static final Details NONE =
      new Details(
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          ReleaseRange.ALL);

  /** Takes unmodifiable copies of the lists. */
  public Details {
    categories = List.copyOf(categories);
    identifiers = List.copyOf(identifiers);
    teamIdentifiers = List.copyOf(teamIdentifiers);
    symbols = List.copyOf(symbols);
    paths = List.copyOf(paths);
    holders = List.copyOf(holders);
    signatureErrors = List.copyOf(signatureErrors);
    facts = List.copyOf(facts);
  }
}
