package io.github.kextmanager.testing;

/**
 * A fault that has not struck yet, and when it will.
 *
 * <p>Plain data. As text it is two halves with a blank between them, such as {@code kextload#2
 * killed 9}: the second run of kextload from now on is killed. The forms of both halves are in
 * {@code docs/simulated-mac.md}.
 *
 * @param occasion when
 * @param fault what
 * @since 0.1.0
 */
public record PlannedFault(Occasion occasion, Fault fault) {
  /**
   * Checks that such a fault can strike on such an occasion.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public PlannedFault {
    if (!fits(occasion, fault)) {
      throw new IllegalArgumentException(
          "The fault \"%s\" cannot strike on the occasion \"%s\"."
              .formatted(FaultText.of(fault), OccasionText.of(occasion)));
    }
  }

  private static boolean fits(Occasion occasion, Fault fault) {
    if (occasion instanceof Occasion.ToKernel asked) {
      return fault instanceof Fault.OfKernel ofKernel
          && FaultyKernel.strikes(ofKernel, asked.request());
    }
    if (occasion instanceof Occasion.ToKextd) {
      return fault instanceof Fault.KextdAnswers;
    }
    return occasion instanceof Occasion.Run || fault instanceof Fault.OfMac;
  }

  /**
   * Reads a planned fault.
   *
   * @param text a text as {@link #toString} gives it
   * @return the planned fault
   * @throws IllegalArgumentException if it is none; the message says what is wrong and what is
   *     possible
   */
  public static PlannedFault parse(String text) {
    String[] halves = text.strip().split("\\s+", 2);
    if (halves.length < 2) {
      throw new IllegalArgumentException(
          "A planned fault says when and what, such as \"kextload#2 killed 9\"; \"%s\" does not."
              .formatted(text));
    }
    return new PlannedFault(OccasionText.parse(halves[0]), FaultText.parse(halves[1]));
  }

  /** Returns the text, which {@link #parse} reads. */
  @Override
  public String toString() {
    return OccasionText.of(occasion) + " " + FaultText.of(fault);
  }
}
