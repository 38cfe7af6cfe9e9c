package io.github.kextmanager.testing.disk;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kext version as the number by which the kext library compares versions (IOKitUser,
 * OSKextVersion.c).
 *
 * @param value the packed number
 */
public record VersionNumber(long value) implements Comparable<VersionNumber> {
  private static final int MAXIMUM_PROPERTY_LENGTH = 19;
  private static final Pattern CLASSIC = pattern("\\d{1,2}", "\\d{2}\\.?|\\d");
  private static final Pattern MODERN = pattern("\\d{1,4}", "\\d{4}\\.?|\\d{1,3}");

  /** A dot may follow a revision with all the digits it can have, and means nothing. */
  private static Pattern pattern(String minor, String revision) {
    return Pattern.compile(
        "(\\d{1,4})(?:\\.(%s)?(?:\\.(%s)?)?)?(?:(d|a|b|fc?)(\\d{1,3}))?"
            .formatted(minor, revision));
  }

  /**
   * Reads the version of a property list.
   *
   * @param text the text
   * @param release whose rules count: up to 10.13, minor and revision have two digits at most
   * @return the version, or empty if the text is none
   */
  public static Optional<VersionNumber> ofProperty(String text, MacOsVersion release) {
    boolean modern = release.isAtLeast(Releases.MOJAVE);
    if (text.length() > MAXIMUM_PROPERTY_LENGTH || !text.chars().allMatch(c -> c < 0x80)) {
      return Optional.empty();
    }
    Matcher matcher = (modern ? MODERN : CLASSIC).matcher(upToBlank(text));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String stage = matcher.group(4);
    long level = number(matcher.group(5));
    if (level > 255 || (level == 0 && stage != null && stage.startsWith("f"))) {
      return Optional.empty();
    }
    long minorUnit = modern ? 100_000_000L : 1_000_000L;
    long majorUnit = modern ? 1_000_000_000_000L : 100_000_000L;
    return Optional.of(
        new VersionNumber(
            number(matcher.group(1)) * majorUnit
                + number(matcher.group(2)) * minorUnit
                + number(matcher.group(3)) * 10_000L
                + stageDigit(stage) * 1_000L
                + level));
  }

  private static String upToBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (" \t\r\n".indexOf(text.charAt(i)) >= 0) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  private static long stageDigit(@Nullable String stage) {
    if (stage == null) {
      return 9;
    }
    return switch (stage) {
      case "d" -> 1;
      case "a" -> 3;
      case "b" -> 5;
      default -> 7;
    };
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits.replace(".", ""));
  }

  @Override
  public int compareTo(VersionNumber other) {
    return Long.compare(value, other.value);
  }
}
