package io.github.kextmanager.bundle;

import java.nio.file.Path;

/**
 * What may be a kext, before anybody has looked into it.
 *
 * @param path where it was come across, as seen on the Mac; links are left as they are
 * @param shortName how the tools name it up to 10.14.4: relative to the folder in which it was
 *     found, or as it was named
 */
public record BundleCandidate(Path path, String shortName) {}
