package io.github.kextmanager.command.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people read them, {@code 30000 ms} or {@code 12.25 ms}, with nothing rounded. */
final class Milliseconds {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,22})(?:\\.(\\d{1,6}))? ms");
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);
  private static final int NANOS_PER_MILLISECOND_DIGITS = 6;

  private Milliseconds() {}

  /** A duration; one that is negative, which no clock of ours can give, as none. */
  static String of(Duration duration) {
    if (duration.isNegative()) {
      return "0 ms";
    }
    BigDecimal nanos =
        new BigDecimal(
            BigInteger.valueOf(duration.getSeconds())
                .multiply(NANOS_PER_SECOND)
                .add(BigInteger.valueOf(duration.getNano())));
    return nanos.movePointLeft(NANOS_PER_MILLISECOND_DIGITS).stripTrailingZeros().toPlainString()
        + " ms";
  }

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException if it is none, with the rule as its message
   */
  static Duration parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      BigInteger[] parts =
          new BigDecimal(text.substring(0, text.length() - " ms".length()))
              .movePointRight(NANOS_PER_MILLISECOND_DIGITS)
              .toBigIntegerExact()
              .divideAndRemainder(NANOS_PER_SECOND);
      if (parts[0].bitLength() < Long.SIZE) {
        return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
      }
    }
    throw new IllegalArgumentException("a duration is a number of milliseconds such as \"12 ms\"");
  }
}
