package io.github.kextmanager.lifecycle;

import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReportedVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * A kext of which something was asked while something else had to happen first, and how it stands
 * now.
 *
 * @param identifier the kext
 * @param goal what was wanted of it
 * @param version the version that was asked for, if a bundle told it
 * @param until what has to happen; where an approval was seen to have been given and a restart
 *     follows it, that restart
 * @param askedAt when it was asked for last
 * @param author who asked
 * @param loaded what is loaded under its identifier now
 * @param standing how it stands
 */
public record OwedKext(
    BundleIdentifier identifier,
    Goal goal,
    Optional<ReportedVersion> version,
    Deferral until,
    Instant askedAt,
    String author,
    Optional<LoadedKext> loaded,
    Standing standing) {
  /** How something that was wanted stands. */
  public enum Standing {
    /** What was wanted is there: it is loaded in the version that was asked for, or absent. */
    DONE,
    /**
     * The Mac was restarted since, and what was wanted is not there. From macOS 11 on, the kernel
     * was then started without any collection of others' kexts.
     */
    DID_NOT_TAKE,
    /**
     * What had to happen is not known to have happened. Also after a start in safe mode, from which
     * such kexts are kept out; and of a change that was cut short, which may still take effect.
     */
    STILL_OWED,
    /**
     * What had to happen has happened, and it is not loaded: load it again, which starts it or says
     * what else is missing. From macOS 11 on it may lie in the collection of others' kexts and only
     * have to be started; no tool tells that of a kext that is not loaded.
     */
    TRY_AGAIN,
    /**
     * The bundle that was asked for has been deleted, or replaced by another version or build, so
     * it cannot come any more. From macOS 11 on, what waits for a restart only is {@link
     * #STILL_OWED} until then: it may lie in the collection of the next start already.
     */
    NOT_ON_DISK
  }
}
