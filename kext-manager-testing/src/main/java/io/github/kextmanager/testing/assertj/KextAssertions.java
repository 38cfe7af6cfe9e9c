package io.github.kextmanager.testing.assertj;

import io.github.kextmanager.lifecycle.KextStatus;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.verdict.Verdict;

/**
 * The way in to assertions about kexts. It can be imported statically beside {@code
 * org.assertj.core.api.Assertions.assertThat}.
 *
 * <pre>{@code
 * assertThat(manager.load(WIDGET)).awaitsApproval();
 * mac.approve(WIDGET);
 * assertThat(manager.load(WIDGET)).isLoaded();
 * assertThat(mac).hasLoaded("com.example.Widget").ran("/sbin/kextload");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class KextAssertions {
  private KextAssertions() {}

  /**
   * Assertions about how a load came out.
   *
   * @param actual the outcome
   * @return the assertions
   */
  public static LoadOutcomeAssert assertThat(LoadOutcome actual) {
    return new LoadOutcomeAssert(actual);
  }

  /**
   * Assertions about how an unload came out.
   *
   * @param actual the outcome
   * @return the assertions
   */
  public static UnloadOutcomeAssert assertThat(UnloadOutcome actual) {
    return new UnloadOutcomeAssert(actual);
  }

  /**
   * Assertions about how a reload came out.
   *
   * @param actual the outcome
   * @return the assertions
   */
  public static ReloadOutcomeAssert assertThat(ReloadOutcome actual) {
    return new ReloadOutcomeAssert(actual);
  }

  /**
   * Assertions about what a kernel holds.
   *
   * @param actual the snapshot
   * @return the assertions
   */
  public static KextSnapshotAssert assertThat(KextSnapshot actual) {
    return new KextSnapshotAssert(actual);
  }

  /**
   * Assertions about what an answer of a tool means.
   *
   * @param actual the verdict
   * @return the assertions
   */
  public static VerdictAssert assertThat(Verdict actual) {
    return new VerdictAssert(actual);
  }

  /**
   * Assertions about what a look showed of one kext.
   *
   * @param actual the status
   * @return the assertions
   */
  public static KextStatusAssert assertThat(KextStatus actual) {
    return new KextStatusAssert(actual);
  }

  /**
   * Assertions about a simulated Mac and what was asked of it.
   *
   * @param actual the Mac
   * @return the assertions
   */
  public static SimulatedMacAssert assertThat(SimulatedMac actual) {
    return new SimulatedMacAssert(actual);
  }
}
