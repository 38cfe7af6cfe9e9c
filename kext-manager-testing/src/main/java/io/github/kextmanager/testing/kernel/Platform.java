package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.model.MacOsVersion;

/**
 * What a Mac is: the release whose rules count, and its processor.
 *
 * @param release the release of macOS
 * @param architecture the architecture of the running kernel
 */
public record Platform(MacOsVersion release, CpuType architecture) {}
