package io.github.kextmanager.testing.assertj;

import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about how a reload came out.
 *
 * @since 0.1.0
 */
public final class ReloadOutcomeAssert extends AbstractAssert<ReloadOutcomeAssert, ReloadOutcome> {
  ReloadOutcomeAssert(ReloadOutcome actual) {
    super(actual, ReloadOutcomeAssert.class);
  }

  /**
   * The kext that was asked for is loaded now.
   *
   * @return this
   */
  public ReloadOutcomeAssert isReloaded() {
    isNotNull();
    return check("to be reloaded", actual.isReloaded());
  }

  /**
   * It was not loaded again, because the unload left it loaded.
   *
   * @return this
   */
  public ReloadOutcomeAssert wasNotLoadedAgain() {
    isNotNull();
    return check("not to be loaded again", actual.loaded().isEmpty());
  }

  /**
   * Goes on with its first half.
   *
   * @return assertions about the unload
   */
  public UnloadOutcomeAssert unloaded() {
    isNotNull();
    return new UnloadOutcomeAssert(actual.unloaded());
  }

  /**
   * Goes on with its second half, which must have been tried.
   *
   * @return assertions about the load
   */
  public LoadOutcomeAssert loaded() {
    isNotNull();
    check("to be loaded again", actual.loaded().isPresent());
    return new LoadOutcomeAssert(actual.loaded().orElseThrow());
  }

  private ReloadOutcomeAssert check(String expected, boolean holds) {
    if (!holds) {
      UnloadOutcome unloaded = actual.unloaded();
      throw failure(
          "%s",
          "Expected %s %s.\nUnload: %s. %s\nLoad: %s%s"
              .formatted(
                  unloaded.identifier(),
                  expected,
                  unloaded.state(),
                  Told.report(unloaded.report()),
                  actual.loaded().map(ReloadOutcomeAssert::described).orElse("not tried."),
                  actual.failure().map(e -> "\nIt failed: " + e.getMessage()).orElse("")));
    }
    return this;
  }

  private static String described(LoadOutcome loaded) {
    return "%s. %s".formatted(loaded.state(), Told.report(loaded.report()));
  }
}
