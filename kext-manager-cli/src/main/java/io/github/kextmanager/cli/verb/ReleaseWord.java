package io.github.kextmanager.cli.verb;

import io.github.kextmanager.model.MacOsVersion;

/** A release of macOS on the command line, of which the rules are known. */
final class ReleaseWord {
  /** The newest release whose tools are known to this library. */
  static final MacOsVersion NEWEST = new MacOsVersion(27, 0, 0);

  private static final MacOsVersion OLDEST = new MacOsVersion(10, 6, 0);
  private static final int LAST_BY_COUNT = 15;
  private static final int FIRST_BY_YEAR = 26;

  private ReleaseWord() {}

  /**
   * The release that a text names.
   *
   * @throws IllegalArgumentException if it is none, or nothing is known of it
   */
  static MacOsVersion known(String text) {
    MacOsVersion release = MacOsVersion.parse(text);
    boolean hasNeverBeen = release.major() > LAST_BY_COUNT && release.major() < FIRST_BY_YEAR;
    if (hasNeverBeen || !release.isAtLeast(OLDEST) || release.major() > NEWEST.major()) {
      throw new IllegalArgumentException(
          "The releases whose rules are known are 10.6 to 10.15, 11 to 15, 26 and 27, not %s."
              .formatted(text));
    }
    return release;
  }
}
