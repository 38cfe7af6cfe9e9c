package io.github.kextmanager.model;

import java.util.Optional;

/**
 * Releases of macOS from one to another.
 *
 * <p>Immutable.
 *
 * @param first the first, such as 10.13
 * @param last the last as far as it is written: 10.15 has 10.15.7 in it, and 12 has 12.6
 */
public record ReleaseRange(MacOsVersion first, MacOsVersion last) {
  private static final MacOsVersion EARLIEST = new MacOsVersion(0, 0, 0);
  private static final MacOsVersion LATEST = new MacOsVersion(999, 0, 0);

  /** All releases. */
  public static final ReleaseRange ALL = new ReleaseRange(EARLIEST, LATEST);

  /**
   * Reads a range.
   *
   * @param text from one release to another, such as {@code 10.6-10.15}; without end, {@code 11-};
   *     up to one, {@code -10.5}; or {@code *} for all
   * @return the range
   * @throws IllegalArgumentException if the text is anything else
   */
  public static ReleaseRange of(String text) {
    if ("*".equals(text)) {
      return ALL;
    }
    int dash = text.indexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException(
          "A range of releases is such as 10.6-10.15, 11- or *, not %s."
              .formatted(PrintableText.quoted(text)));
    }
    String first = text.substring(0, dash);
    String last = text.substring(dash + 1);
    return new ReleaseRange(
        first.isEmpty() ? EARLIEST : MacOsVersion.parse(first),
        last.isEmpty() ? LATEST : MacOsVersion.parse(last));
  }

  /**
   * Whether a release is one of these.
   *
   * @param release the release
   * @return true if it is
   */
  public boolean contains(MacOsVersion release) {
    return release.isAtLeast(first) && last.isAtLeast(asFarAsLast(release));
  }

  private MacOsVersion asFarAsLast(MacOsVersion release) {
    if (last.patch() != 0) {
      return release;
    }
    return new MacOsVersion(release.major(), last.minor() == 0 ? 0 : release.minor(), 0);
  }

  /**
   * The releases that are in another range as well.
   *
   * @param other the other range
   * @return what they have in common; empty if nothing
   */
  public Optional<ReleaseRange> and(ReleaseRange other) {
    MacOsVersion from = first.isAtLeast(other.first) ? first : other.first;
    MacOsVersion to = last.isAtLeast(other.last) ? other.last : last;
    return to.isAtLeast(from) ? Optional.of(new ReleaseRange(from, to)) : Optional.empty();
  }

  /** Returns the range as it is written. */
  @Override
  public String toString() {
    if (equals(ALL)) {
      return "*";
    }
    return (first.equals(EARLIEST) ? "" : first) + "-" + (last.equals(LATEST) ? "" : last);
  }
}
