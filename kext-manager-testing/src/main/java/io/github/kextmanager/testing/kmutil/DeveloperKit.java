package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KmError;
import io.github.kextmanager.testing.kernel.Releases;
import java.util.Optional;

/**
 * The kernel developer kit, without which nobody builds collections of Apple's kexts from 13 on.
 */
record DeveloperKit(MacOsVersion release, String build) {
  /** What is wrong if there is none, and no simulated Mac has one. */
  Optional<KmError> missing() {
    return release.isAtLeast(Releases.VENTURA)
        ? Optional.of(
            Answers.other(
                ("Missing Developer Kit: As of macOS 13.0, you will need to install a KDK matching"
                        + " your build %s to rebuild kernel collections.")
                    .formatted(build)))
        : Optional.empty();
  }
}
