package io.github.kextmanager.testing.assertj;

import io.github.kextmanager.lifecycle.KextStatus;
import io.github.kextmanager.lifecycle.LifecycleState;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what a look showed of one kext.
 *
 * @since 0.1.0
 */
public final class KextStatusAssert extends AbstractAssert<KextStatusAssert, KextStatus> {
  KextStatusAssert(KextStatus actual) {
    super(actual, KextStatusAssert.class);
  }

  /**
   * It is in a state.
   *
   * @param state the state
   * @return this
   */
  public KextStatusAssert hasState(LifecycleState state) {
    isNotNull();
    return check("to be " + state, actual.state() == state);
  }

  /**
   * It is loaded, in whatever version.
   *
   * @return this
   */
  public KextStatusAssert isLoaded() {
    isNotNull();
    return check("to be loaded", actual.loaded().isPresent());
  }

  /**
   * It is loaded in a version.
   *
   * @param version the version as the kernel prints it
   * @return this
   */
  public KextStatusAssert isLoadedIn(String version) {
    isNotNull();
    return check(
        "to be loaded in version " + version,
        actual.loaded().filter(kext -> kext.version().text().equals(version)).isPresent());
  }

  /**
   * It is not loaded.
   *
   * @return this
   */
  public KextStatusAssert isNotLoaded() {
    isNotNull();
    return check("not to be loaded", actual.loaded().isEmpty());
  }

  /**
   * A bundle of it lies in a folder for extensions.
   *
   * @param bundle the absolute path of the bundle on the Mac
   * @return this
   */
  public KextStatusAssert isOnDiskAt(Path bundle) {
    isNotNull();
    return check(
        "to lie at " + bundle,
        actual.onDisk().stream().anyMatch(each -> each.path().equals(bundle)));
  }

  /**
   * No bundle of it lies in a folder for extensions.
   *
   * @return this
   */
  public KextStatusAssert isNotOnDisk() {
    isNotNull();
    return check("not to lie on the disk", actual.onDisk().isEmpty());
  }

  private KextStatusAssert check(String expected, boolean holds) {
    if (!holds) {
      String places =
          actual.onDisk().stream()
              .map(bundle -> "%s (%s)".formatted(bundle.path(), bundle.version()))
              .collect(Collectors.joining(", "));
      throw failure(
          "%s",
          "Expected %s %s, but it is %s.\nLoaded: %s.\nOn disk: %s."
              .formatted(
                  actual.identifier(),
                  expected,
                  actual.state(),
                  actual.loaded().map(Told::kext).orElse("no"),
                  places.isEmpty() ? "nowhere" : places));
    }
    return this;
  }
}
