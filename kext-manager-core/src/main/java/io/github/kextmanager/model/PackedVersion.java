package io.github.kextmanager.model;

import java.util.Optional;

/**
 * The integer that stands for a version inside macOS; any integer can turn up where one is read.
 *
 * <p>In the decimal digits of the integer stand, from right to left, the level (three), the stage
 * (one: 1, 3, 5, 7 or 9), the revision and the minor number (two or four each, by the grammar), and
 * the major number. So integers of one grammar compare as the versions do, and integers of two
 * grammars must not be compared at all.
 *
 * @param grammar the grammar by which it was packed
 * @param value the integer
 */
public record PackedVersion(VersionGrammar grammar, long value) {
  /**
   * What stands for a version that is not there.
   *
   * @param grammar a grammar
   * @return the integer 0
   */
  public static PackedVersion missing(VersionGrammar grammar) {
    return new PackedVersion(grammar, 0);
  }

  /**
   * What stands for a text that is no version.
   *
   * @param grammar a grammar
   * @return the integer -1
   */
  public static PackedVersion invalid(VersionGrammar grammar) {
    return new PackedVersion(grammar, -1);
  }

  /**
   * The version that this integer stands for.
   *
   * @return the version; empty if no version packs into this integer
   */
  public Optional<KextVersion> version() {
    return Parts.of(this).flatMap(Parts::version);
  }

  /**
   * What Apple's tools print for this integer (OSKextVersionGetString).
   *
   * @return a version in its canonical form, {@code (missing)} or {@code (invalid)}
   */
  public String printed() {
    return value == 0 ? "(missing)" : Parts.of(this).map(Parts::printed).orElse("(invalid)");
  }

  /** Returns what Apple's tools print for this integer. */
  @Override
  public String toString() {
    return printed();
  }

  /** The components of an integer that can be printed, though perhaps not packed. */
  private record Parts(int major, int minor, int revision, VersionStage stage, int level) {
    static Optional<Parts> of(PackedVersion packed) {
      int limit = packed.grammar.partLimit();
      long numbers = packed.value / 10_000;
      long major = numbers / limit / limit;
      int level = (int) (packed.value % 1_000);
      int stageDigit = (int) (packed.value / 1_000 % 10);
      if (packed.value <= 0
          || major > KextVersion.MAXIMUM_NUMBER
          || level > KextVersion.MAXIMUM_LEVEL) {
        return Optional.empty();
      }
      return VersionStage.ofDigit(stageDigit)
          .map(
              stage ->
                  new Parts(
                      (int) major,
                      (int) (numbers / limit % limit),
                      (int) (numbers % limit),
                      stage,
                      level));
    }

    /** A release with a level and a final candidate without one are printed, but never packed. */
    Optional<KextVersion> version() {
      boolean hasLevel = level != 0;
      return switch (stage) {
        case RELEASE -> hasLevel ? Optional.empty() : Optional.of(build());
        case FINAL_CANDIDATE -> hasLevel ? Optional.of(build()) : Optional.empty();
        case DEVELOPMENT, ALPHA, BETA -> Optional.of(build());
      };
    }

    private KextVersion build() {
      return KextVersion.of(major, minor, revision, stage, level);
    }

    String printed() {
      return KextVersion.canonical(major, minor, revision, stage, level);
    }
  }
}
