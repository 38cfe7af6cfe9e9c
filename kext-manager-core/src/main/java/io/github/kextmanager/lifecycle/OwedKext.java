package io.github.kextmanager.lifecycle;

import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * A kext that was asked for while something else had to happen first, and how it stands now.
 *
 * @param identifier the kext
 * @param version the version that was asked for, if a bundle told it
 * @param until what had to happen
 * @param askedAt when it was asked for last
 * @param author who asked
 * @param standing how it stands
 */
public record OwedKext(
    BundleIdentifier identifier,
    Optional<ReportedVersion> version,
    Deferral until,
    Instant askedAt,
    String author,
    Standing standing) {
  /** How something that was owed stands. */
  public enum Standing {
    /** It is loaded now, in the version that was asked for. */
    DONE,
    /**
     * The Mac was restarted since, and it is not loaded. Either the restart did not help, or, from
     * macOS 11 on, it lies in the collection and only has to be started: loading it again tells.
     */
    DID_NOT_TAKE,
    /** What had to happen has not happened yet. */
    STILL_OWED
  }
}
