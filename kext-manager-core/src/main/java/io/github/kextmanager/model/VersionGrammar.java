package io.github.kextmanager.model;

import java.util.Optional;

/**
 * Which texts are versions of kexts, and what they mean.
 *
 * <p>In the manner of Apple's sources (IOKitUser and xnu, OSKextVersion.c):
 *
 * <pre>
 * version = major [ "." [ minor [ "." [ revision ]]]] [ stage level ]
 * stage   = "d" | "a" | "b" | "f" | "fc"
 * </pre>
 *
 * <ul>
 *   <li>The first character is a digit. The major number has at most four digits; minor and
 *       revision have at most two up to 10.13 and at most four from 10.14 on. Zeros in front count
 *       as digits.
 *   <li>Behind a revision with as many digits as are allowed, one dot is skipped.
 *   <li>The level has one to three digits and is 0 to 255, for {@code f} and {@code fc} 1 to 255.
 *   <li>A blank, tab, line feed or carriage return ends the version; what comes after it does not
 *       matter.
 *   <li>In a property list the whole text, with what does not matter, is ASCII and has at most 19
 *       characters.
 * </ul>
 */
public enum VersionGrammar {
  /** 10.6 to 10.13: minor number and revision have at most two digits. */
  CLASSIC("10.6 to 10.13", 2),
  /** 10.14 and later: minor number and revision have at most four digits. */
  MODERN("10.14 and later", 4);

  /** The buffer of OSKextParseVersionCFString has 20 bytes, one of them for the NUL. */
  private static final int PROPERTY_LIST_LIMIT = 19;

  private final String releases;
  private final int partDigits;

  VersionGrammar(String releases, int partDigits) {
    this.releases = releases;
    this.partDigits = partDigits;
  }

  /**
   * The grammar of a release.
   *
   * @param release a release of macOS
   * @return the grammar that its tools and its kernel use
   */
  public static VersionGrammar of(MacOsVersion release) {
    return release.isAtLeast(new MacOsVersion(10, 14, 0)) ? MODERN : CLASSIC;
  }

  /**
   * Reads a version from a tool's output or command line, or from the kernel.
   *
   * @param text any text
   * @return the version, or empty if the text is none
   */
  public Optional<KextVersion> fromTool(String text) {
    return read(text).version();
  }

  /**
   * Reads a version from a property list.
   *
   * @param text any text
   * @return the version, or empty if the text is none
   */
  public Optional<KextVersion> fromPropertyList(String text) {
    return readFromPropertyList(text).version();
  }

  /**
   * Reads a version that must be one, by the rules of {@link #fromTool}.
   *
   * @param text a version
   * @return the version
   * @throws IllegalArgumentException if the text is none; the message names the text, the place and
   *     the rule
   */
  public KextVersion parse(String text) {
    return read(text).orThrow();
  }

  /**
   * Reads a version that must be one, by the rules of {@link #fromPropertyList}.
   *
   * @param text a version
   * @return the version
   * @throws IllegalArgumentException if the text is none; the message names the text, the place and
   *     the rule
   */
  public KextVersion parseFromPropertyList(String text) {
    return readFromPropertyList(text).orThrow();
  }

  private VersionReading read(String text) {
    return new VersionReader(this, text).read();
  }

  private VersionReading readFromPropertyList(String text) {
    if (text.length() > PROPERTY_LIST_LIMIT) {
      return VersionReading.invalid(
          this,
          text,
          "it has %d characters, and a version in a property list has at most %d"
              .formatted(text.length(), PROPERTY_LIST_LIMIT));
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return VersionReading.invalid(
            this,
            text,
            "character %d is %s, and a version in a property list is ASCII to its end"
                .formatted(i + 1, PrintableText.name(text.charAt(i))));
      }
    }
    return read(text);
  }

  /**
   * Packs a version into the integer that stands for it in this grammar.
   *
   * @param version a version
   * @return the packed version
   * @throws IllegalArgumentException if the minor number or the revision is too great for this
   *     grammar
   */
  public PackedVersion pack(KextVersion version) {
    if (version.minor() >= partLimit() || version.revision() >= partLimit()) {
      throw new IllegalArgumentException(
          "Minor number and revision of a version of %s have at most %d digits: %s."
              .formatted(releases, partDigits, version.canonical()));
    }
    long numbers =
        ((long) version.major() * partLimit() + version.minor()) * partLimit() + version.revision();
    return new PackedVersion(
        this, numbers * 10_000 + version.stage().digit() * 1_000L + version.level());
  }

  /** The releases of this grammar, for a message. */
  String releases() {
    return releases;
  }

  /** The greatest number of digits of a minor number or a revision. */
  int partDigits() {
    return partDigits;
  }

  /** The first number that does not fit in a minor number or a revision. */
  int partLimit() {
    return partDigits == 2 ? 100 : 10_000;
  }
}
