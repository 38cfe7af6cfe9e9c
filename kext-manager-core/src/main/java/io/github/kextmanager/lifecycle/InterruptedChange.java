package io.github.kextmanager.lifecycle;

import io.github.kextmanager.lifecycle.OwedKext.Standing;
import io.github.kextmanager.model.BundleIdentifier;
import java.time.Instant;
import java.util.List;

/**
 * A change that began, and of which nobody saw how it came out for these kexts. If the Mac went
 * down meanwhile, they are suspects.
 *
 * @param begunAt when it began
 * @param goal what was wanted of the kexts
 * @param kexts the kexts of which nothing was learnt since, and how each stands now
 * @param author who asked for it
 * @param cause what cut it short
 */
public record InterruptedChange(
    Instant begunAt, Goal goal, List<Suspect> kexts, String author, Cause cause) {
  /** Takes an unmodifiable copy of the list. */
  public InterruptedChange {
    kexts = List.copyOf(kexts);
  }

  /**
   * A kext of a change that was cut short.
   *
   * @param identifier the kext
   * @param standing how it stands now
   */
  public record Suspect(BundleIdentifier identifier, Standing standing) {}

  /** What cut a change short. */
  public enum Cause {
    /**
     * Whoever made it was interrupted, or failed, or had an indeterminate outcome, and said so. A
     * command that could not be stopped may still be at work.
     */
    TURNED_AWAY,
    /** The process that made it ended in the middle, while the Mac ran on. */
    PROCESS_ENDED,
    /**
     * It began during an earlier start of the Mac, and nothing was written afterwards: the Mac went
     * down in the middle, or the process did before it.
     */
    MAC_WENT_DOWN
  }
}
