package io.github.kextmanager.panic;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;

/**
 * A kext that a panic report names.
 *
 * @param identifier the kext
 * @param version its version as printed
 */
public record PanicKext(BundleIdentifier identifier, ReportedVersion version) {}
