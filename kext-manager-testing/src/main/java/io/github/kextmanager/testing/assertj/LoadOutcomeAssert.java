package io.github.kextmanager.testing.assertj;

import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.verdict.Reason;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about how a load came out.
 *
 * @since 0.1.0
 */
public final class LoadOutcomeAssert extends AbstractAssert<LoadOutcomeAssert, LoadOutcome> {
  LoadOutcomeAssert(LoadOutcome actual) {
    super(actual, LoadOutcomeAssert.class);
  }

  /**
   * It is loaded now, whether or not it was before.
   *
   * @return this
   */
  public LoadOutcomeAssert isLoaded() {
    return check("to be loaded", outcome().isLoaded());
  }

  /**
   * It was not loaded before, and is now.
   *
   * @return this
   */
  public LoadOutcomeAssert isNewlyLoaded() {
    return check("to be newly loaded", outcome() instanceof LoadOutcome.Loaded);
  }

  /**
   * It was loaded before, and still is.
   *
   * @return this
   */
  public LoadOutcomeAssert wasAlreadyLoaded() {
    return check("to have been loaded already", outcome() instanceof LoadOutcome.AlreadyLoaded);
  }

  /**
   * It has no code, and macOS accepted it.
   *
   * @return this
   */
  public LoadOutcomeAssert isAccepted() {
    return check("to be accepted without code", outcome() instanceof LoadOutcome.Accepted);
  }

  /**
   * A person or MDM must approve it first.
   *
   * @return this
   */
  public LoadOutcomeAssert awaitsApproval() {
    return check("to await an approval", isDeferred(Deferral.APPROVAL));
  }

  /**
   * The Mac must restart first.
   *
   * @return this
   */
  public LoadOutcomeAssert awaitsRestart() {
    return check("to await a restart", isDeferred(Deferral.RESTART));
  }

  /**
   * Another version of it is loaded and stays so.
   *
   * @param version the version that is loaded
   * @return this
   */
  public LoadOutcomeAssert isKeptOutByVersion(String version) {
    return check(
        "to be kept out by version " + version,
        outcome() instanceof LoadOutcome.OtherVersionLoaded other
            && other.kext().version().text().equals(version));
  }

  /**
   * macOS refused it.
   *
   * @param reason why
   * @return this
   */
  public LoadOutcomeAssert isRefusedBecause(Reason reason) {
    return check(
        "to be refused because of " + reason,
        outcome() instanceof LoadOutcome.Refused refused && refused.reason() == reason);
  }

  /**
   * It could not be found out what happened.
   *
   * @param doubt why not
   * @return this
   */
  public LoadOutcomeAssert isIndeterminateBecause(Doubt doubt) {
    return check(
        "to be indeterminate because of " + doubt,
        outcome() instanceof LoadOutcome.Indeterminate unknown && unknown.doubt() == doubt);
  }

  /**
   * Goes on with what the tool said.
   *
   * @return assertions about the verdict
   */
  public VerdictAssert verdict() {
    return new VerdictAssert(outcome().report().verdict());
  }

  private boolean isDeferred(Deferral until) {
    return outcome() instanceof LoadOutcome.Deferred deferred && deferred.until() == until;
  }

  private LoadOutcome outcome() {
    isNotNull();
    return actual;
  }

  private LoadOutcomeAssert check(String expected, boolean holds) {
    if (!holds) {
      throw failure(
          "%s",
          "Expected %s %s, but it is %s.\n%s"
              .formatted(
                  actual.identifier(), expected, described(actual), Told.report(actual.report())));
    }
    return this;
  }

  private static String described(LoadOutcome outcome) {
    if (outcome instanceof LoadOutcome.Deferred deferred) {
      return "deferred until " + deferred.until();
    }
    if (outcome instanceof LoadOutcome.Refused refused) {
      return "refused because of " + refused.reason();
    }
    if (outcome instanceof LoadOutcome.Indeterminate unknown) {
      return "indeterminate because of " + unknown.doubt();
    }
    if (outcome instanceof LoadOutcome.OtherVersionLoaded other) {
      return "kept out by version " + other.kext().version().text();
    }
    if (outcome instanceof LoadOutcome.Accepted) {
      return "accepted without code";
    }
    return outcome instanceof LoadOutcome.Loaded ? "newly loaded" : "loaded already";
  }
}
