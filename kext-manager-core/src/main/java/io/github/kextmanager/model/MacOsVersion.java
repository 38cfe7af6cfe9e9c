package io.github.kextmanager.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A release of macOS, such as 10.13.4 or 14.
 *
 * <p>10.16 is macOS 11 as early builds of it answered, and reads as 11 (sw_vers(1) under {@code
 * SYSTEM_VERSION_COMPAT}).
 *
 * <p>Immutable; ordered by release; an absent part counts as 0, so 14 equals 14.0.
 *
 * @param major 10, 11 and so on
 * @param minor the second number, or 0
 * @param patch the third number, or 0
 */
public record MacOsVersion(int major, int minor, int patch) implements Comparable<MacOsVersion> {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,3}))?(?:\\.(\\d{1,3}))?");

  /** The first release whose tools are kmutil and shims over it. */
  public static final MacOsVersion BIG_SUR = new MacOsVersion(11, 0, 0);

  /**
   * Turns 10.16 into 11.
   *
   * @throws IllegalArgumentException if a part is negative
   */
  public MacOsVersion {
    if (major < 0 || minor < 0 || patch < 0) {
      throw new IllegalArgumentException(
          "The parts of a macOS release are not negative: %d.%d.%d."
              .formatted(major, minor, patch));
    }
    if (major == 10 && minor == 16) {
      major = 11;
      minor = 0;
    }
  }

  /**
   * Reads a release.
   *
   * @param text one to three numbers with dots between them
   * @return the release
   * @throws IllegalArgumentException if the text is anything else
   */
  public static MacOsVersion parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "A macOS release is one to three numbers such as 10.13.4 or 14, not %s."
              .formatted(PrintableText.quoted(text)));
    }
    return new MacOsVersion(
        Integer.parseInt(matcher.group(1)), part(matcher.group(2)), part(matcher.group(3)));
  }

  private static int part(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /**
   * Whether this release is another one or later.
   *
   * @param other the other
   * @return true if this is not before it
   */
  public boolean isAtLeast(MacOsVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(MacOsVersion other) {
    // By hand: to link the lambdas of a comparator costs a short command some ten milliseconds.
    int byMajor = Integer.compare(major, other.major);
    int byMinor = Integer.compare(minor, other.minor);
    return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }

  /**
   * Returns the release in its short form: {@code 10.13}, {@code 10.13.4}, {@code 14}, {@code
   * 14.4}.
   */
  @Override
  public String toString() {
    if (patch != 0) {
      return major + "." + minor + "." + patch;
    }
    return major >= 11 && minor == 0 ? Integer.toString(major) : major + "." + minor;
  }
}
