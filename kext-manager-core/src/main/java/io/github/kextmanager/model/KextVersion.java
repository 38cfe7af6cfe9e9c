package io.github.kextmanager.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * The version of a kext, such as 1.2, 10.3.1f4 or 4.0.0d12.
 *
 * <p>A version is its five components: three numbers, a stage and a level. How it was written does
 * not matter: {@code 1}, {@code 1.} and {@code 01.0.0} are one version. Which texts are versions
 * differs between releases of macOS; {@link VersionGrammar} reads them.
 *
 * <p>The order, rule by rule:
 *
 * <ol>
 *   <li>The greater major number is the later version: 9 &lt; 10.
 *   <li>If they are equal, the greater minor number: 1.9 &lt; 1.10. An absent number is 0, so 1 and
 *       1.0 are equal.
 *   <li>If they are equal too, the greater revision: 1.0.2 &lt; 1.0.10.
 *   <li>If all three are equal, the later {@linkplain VersionStage stage}: 1.0d9 &lt; 1.0a1 &lt;
 *       1.0b1 &lt; 1.0f1 &lt; 1.0. The letters {@code f} and {@code fc} are one stage.
 *   <li>If the stages are equal too, the greater level: 1.0b9 &lt; 1.0b10.
 * </ol>
 *
 * <p>Immutable. Equality and hash code look at the same five components, and at nothing else.
 */
public final class KextVersion implements Comparable<KextVersion> {
  /** The greatest value of each of the three numbers in any grammar. */
  static final int MAXIMUM_NUMBER = 9999;

  /** The greatest level of a stage. */
  static final int MAXIMUM_LEVEL = 255;

  private static final Comparator<KextVersion> ORDER =
      Comparator.comparingInt(KextVersion::major)
          .thenComparingInt(KextVersion::minor)
          .thenComparingInt(KextVersion::revision)
          .thenComparing(KextVersion::stage)
          .thenComparingInt(KextVersion::level);

  private final String text;
  private final int major;
  private final int minor;
  private final int revision;
  private final VersionStage stage;
  private final int level;

  KextVersion(String text, int major, int minor, int revision, VersionStage stage, int level) {
    this.text = text;
    this.major = requireWithin("major number", major, MAXIMUM_NUMBER);
    this.minor = requireWithin("minor number", minor, MAXIMUM_NUMBER);
    this.revision = requireWithin("revision", revision, MAXIMUM_NUMBER);
    this.stage = stage;
    this.level = requireWithin("level", level, MAXIMUM_LEVEL);
    if (stage == VersionStage.RELEASE && level != 0) {
      throw new IllegalArgumentException("A released version has no level, not " + level + ".");
    }
    if (stage == VersionStage.FINAL_CANDIDATE && level == 0) {
      throw new IllegalArgumentException("The level of a final candidate is at least 1, not 0.");
    }
  }

  /**
   * A released version of three numbers.
   *
   * @param major the major number, 0 to 9999
   * @param minor the minor number, 0 to 9999
   * @param revision the revision, 0 to 9999
   * @return the version; its text is its {@linkplain #canonical canonical} form
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static KextVersion of(int major, int minor, int revision) {
    return of(major, minor, revision, VersionStage.RELEASE, 0);
  }

  /**
   * A version of given components.
   *
   * @param major the major number, 0 to 9999
   * @param minor the minor number, 0 to 9999
   * @param revision the revision, 0 to 9999
   * @param stage the stage
   * @param level the level, 0 to 255; 0 for a release, at least 1 for a final candidate
   * @return the version; its text is its {@linkplain #canonical canonical} form
   * @throws IllegalArgumentException if a component is out of its range
   */
  public static KextVersion of(int major, int minor, int revision, VersionStage stage, int level) {
    return new KextVersion(
        canonical(major, minor, revision, stage, level), major, minor, revision, stage, level);
  }

  private static int requireWithin(String what, int value, int maximum) {
    if (value < 0 || value > maximum) {
      throw new IllegalArgumentException(
          "The %s of a kext version is 0 to %d, not %d.".formatted(what, maximum, value));
    }
    return value;
  }

  /** The form in which Apple's tools print a version (OSKextVersionGetString). */
  static String canonical(int major, int minor, int revision, VersionStage stage, int level) {
    return major
        + "."
        + minor
        + (revision == 0 ? "" : "." + revision)
        + (stage == VersionStage.RELEASE ? "" : stage.letter() + level);
  }

  /**
   * The major number.
   *
   * @return 0 to 9999
   */
  public int major() {
    return major;
  }

  /**
   * The minor number.
   *
   * @return 0 to 9999
   */
  public int minor() {
    return minor;
  }

  /**
   * The revision.
   *
   * @return 0 to 9999
   */
  public int revision() {
    return revision;
  }

  /**
   * The stage.
   *
   * @return the stage
   */
  public VersionStage stage() {
    return stage;
  }

  /**
   * The level of the stage.
   *
   * @return 0 to 255; 0 for a release
   */
  public int level() {
    return level;
  }

  /**
   * The version as it was written, with whatever stood behind it.
   *
   * @return the text
   */
  public String text() {
    return text;
  }

  /**
   * The version as Apple's tools print it when they have parsed it: {@code 1.0}, {@code 1.2.3},
   * {@code 1.0b4}. Equal versions have the same.
   *
   * @return the canonical form, which every grammar that allows its numbers reads as this version
   */
  public String canonical() {
    return canonical(major, minor, revision, stage, level);
  }

  @Override
  public int compareTo(KextVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KextVersion version && ORDER.compare(this, version) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(major, minor, revision, stage.digit(), level);
  }

  /** Returns the version as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
