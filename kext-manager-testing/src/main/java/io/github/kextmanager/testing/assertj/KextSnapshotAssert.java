package io.github.kextmanager.testing.assertj;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what a kernel holds.
 *
 * @since 0.1.0
 */
public final class KextSnapshotAssert extends AbstractAssert<KextSnapshotAssert, KextSnapshot> {
  KextSnapshotAssert(KextSnapshot actual) {
    super(actual, KextSnapshotAssert.class);
  }

  /**
   * A kext is loaded.
   *
   * @param identifier its bundle identifier
   * @return this
   */
  public KextSnapshotAssert holds(String identifier) {
    return check("to hold " + identifier, find(identifier).isPresent());
  }

  /**
   * A kext is loaded in a version.
   *
   * @param identifier its bundle identifier
   * @param version the version as the kernel prints it
   * @return this
   */
  public KextSnapshotAssert holds(String identifier, String version) {
    return check(
        "to hold %s (%s)".formatted(identifier, version),
        find(identifier).filter(kext -> kext.version().text().equals(version)).isPresent());
  }

  /**
   * A kext is not loaded.
   *
   * @param identifier its bundle identifier
   * @return this
   */
  public KextSnapshotAssert doesNotHold(String identifier) {
    return check("not to hold " + identifier, find(identifier).isEmpty());
  }

  /**
   * A loaded kext is linked against another one.
   *
   * @param identifier its bundle identifier
   * @param library that of the other one
   * @return this
   */
  public KextSnapshotAssert links(String identifier, String library) {
    Optional<LoadedKext> used = find(library);
    return check(
        "to hold %s linked against %s".formatted(identifier, library),
        used.isPresent()
            && find(identifier).filter(kext -> kext.isLinkedAgainst(used.get())).isPresent());
  }

  private Optional<LoadedKext> find(String identifier) {
    isNotNull();
    return actual.find(BundleIdentifier.reported(identifier));
  }

  private KextSnapshotAssert check(String expected, boolean holds) {
    if (!holds) {
      throw failure(
          "%s", "Expected the kernel %s, but it holds:%s".formatted(expected, Told.kexts(actual)));
    }
    return this;
  }
}
