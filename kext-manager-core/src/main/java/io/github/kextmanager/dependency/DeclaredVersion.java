package io.github.kextmanager.dependency;

import io.github.kextmanager.model.KextVersion;
import io.github.kextmanager.model.VersionGrammar;
import java.util.Comparator;
import java.util.Optional;

/**
 * A version that a property list declares, which may be missing, or be no version.
 *
 * <p>Ordered as Apple's library orders them (IOKitUser, OSKextVersion.c): what is no version comes
 * first, then what is missing, then the versions.
 *
 * @param text the text in the property list; empty if there is none, or something else than a
 *     string
 * @param version the version that it is; empty if it is none
 */
public record DeclaredVersion(Optional<String> text, Optional<KextVersion> version)
    implements Comparable<DeclaredVersion> {
  /** No version at all. */
  public static final DeclaredVersion MISSING =
      new DeclaredVersion(Optional.empty(), Optional.empty());

  private static final Comparator<DeclaredVersion> ORDER =
      Comparator.comparing(DeclaredVersion::rank)
          .thenComparing(
              version -> version.version().orElse(KextVersion.of(0, 0, 0)),
              Comparator.naturalOrder());

  /**
   * Reads a text of a property list.
   *
   * @param text the text
   * @param grammar the grammar of the release
   * @return the version, which may be none
   */
  public static DeclaredVersion of(String text, VersionGrammar grammar) {
    return new DeclaredVersion(Optional.of(text), grammar.fromPropertyList(text));
  }

  private int rank() {
    if (version.isPresent()) {
      return 2;
    }
    return text.isPresent() ? 0 : 1;
  }

  @Override
  public int compareTo(DeclaredVersion other) {
    return ORDER.compare(this, other);
  }

  /** Returns the version as Apple's library prints it: perhaps (missing) or (invalid). */
  @Override
  public String toString() {
    return version.map(KextVersion::canonical).orElse(text.isPresent() ? "(invalid)" : "(missing)");
  }
}
