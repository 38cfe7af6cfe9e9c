package io.github.kextmanager.classify;

import io.github.kextmanager.model.MacOsVersion;

/**
 * Releases of macOS from one to another.
 *
 * @param first the first, such as 10.13
 * @param last the last as far as it is written: 10.15 has 10.15.7 in it
 */
record ReleaseRange(MacOsVersion first, MacOsVersion last) {
  private static final MacOsVersion LATEST = new MacOsVersion(999, 0, 0);

  /** From one release to another, such as {@code 10.6-10.15}, or without end: {@code 11-}. */
  static ReleaseRange of(String text) {
    int dash = text.indexOf('-');
    String last = text.substring(dash + 1);
    return new ReleaseRange(
        MacOsVersion.parse(text.substring(0, dash)),
        last.isEmpty() ? LATEST : MacOsVersion.parse(last));
  }

  boolean contains(MacOsVersion release) {
    var minor = new MacOsVersion(release.major(), release.minor(), 0);
    return release.isAtLeast(first) && last.isAtLeast(minor);
  }
}
