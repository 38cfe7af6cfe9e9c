package io.github.kextmanager.model;

import java.util.Arrays;
import java.util.Optional;

/** How far along a version is; the constants are in order, and so are the versions. */
public enum VersionStage {
  /** {@code d}: in development. */
  DEVELOPMENT("d", 1),
  /** {@code a}: alpha. */
  ALPHA("a", 3),
  /** {@code b}: beta. */
  BETA("b", 5),
  /** {@code f} or {@code fc}: final candidate. Its level is at least 1. */
  FINAL_CANDIDATE("f", 7),
  /** No letter: released. It has no level. */
  RELEASE("", 9);

  private final String letter;
  private final int digit;

  VersionStage(String letter, int digit) {
    this.letter = letter;
    this.digit = digit;
  }

  /**
   * How the stage is printed.
   *
   * @return the letter; empty for {@link #RELEASE}. A final candidate is always {@code f}
   */
  public String letter() {
    return letter;
  }

  /** The digit that stands for the stage in a packed version (IOKitUser, OSKextVersion.c). */
  int digit() {
    return digit;
  }

  /** The stage of a digit in a packed version; the even digits stand for nothing. */
  static Optional<VersionStage> ofDigit(int digit) {
    return Arrays.stream(values()).filter(stage -> stage.digit == digit).findFirst();
  }
}
