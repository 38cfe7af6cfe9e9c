package io.github.kextmanager.host;

import io.github.kextmanager.model.MacOsVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The release behind what a Mac tells old programs: 10.16 from macOS 11 on, 16 from 26 on. The
 * kernel pretends nothing; its major version tells the release, without the update.
 */
final class RealRelease {
  private static final Pattern PRETENDED = Pattern.compile("(10\\.16|16)(\\.\\d+)*");
  private static final Pattern DARWIN = Pattern.compile("(\\d{2})\\.\\d+\\.\\d+");
  private static final int OF_10_6 = 10;
  private static final int OF_10_15 = 19;
  private static final int OF_11 = 20;
  private static final int OF_15 = 24;
  private static final int OF_26 = 25;
  private static final int LAST_KNOWN = 26;

  private RealRelease() {}

  /** Whether a release may run on a kernel; also where the kernel belongs to none that is known. */
  static boolean fits(MacOsVersion release, String darwin) {
    return ofDarwin(darwin)
        .map(
            known ->
                known.major() == release.major()
                    && (known.major() > 10 || known.minor() == release.minor()))
        .orElse(true);
  }

  static boolean isPretended(String text) {
    return PRETENDED.matcher(text.strip()).matches();
  }

  static Optional<MacOsVersion> parse(String text) {
    try {
      return Optional.of(MacOsVersion.parse(text.strip())).filter(known -> known.major() >= 10);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  static Optional<MacOsVersion> ofDarwin(String text) {
    Matcher match = DARWIN.matcher(text);
    int major = match.matches() ? Integer.parseInt(match.group(1)) : 0;
    if (major >= OF_10_6 && major <= OF_10_15) {
      return Optional.of(new MacOsVersion(10, major - OF_10_6 + 6, 0));
    }
    if (major >= OF_11 && major <= OF_15) {
      return Optional.of(new MacOsVersion(major - OF_11 + 11, 0, 0));
    }
    return major >= OF_26 && major <= LAST_KNOWN
        ? Optional.of(new MacOsVersion(major - OF_26 + 26, 0, 0))
        : Optional.empty();
  }
}
