package io.github.kextmanager.testing.query;

/** What a term of a query says of a subject. */
public enum Answer {
  /** It holds. */
  YES,
  /** It does not hold. */
  NO,
  /** It cannot be told: the whole query fails. */
  FAILED;

  /**
   * The answer for a truth value.
   *
   * @param isTrue the value
   * @return yes or no
   */
  public static Answer of(boolean isTrue) {
    return isTrue ? YES : NO;
  }
}
