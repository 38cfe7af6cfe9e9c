package io.github.kextmanager.testing.offline;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a kext is loaded, as {@code -a} gives it: {@code identifier@address}.
 *
 * @param identifier the kext
 * @param address the address, unsigned
 */
record LoadAddress(String identifier, long address) {
  private static final int HEXADECIMAL = 16;
  private static final BigInteger GREATEST = BigInteger.TWO.pow(Long.SIZE).subtract(BigInteger.ONE);

  /** What {@code strtoull} reads of a text; whatever follows it is ignored. */
  private static final Pattern NUMBER = Pattern.compile("\\s*(-|\\+)?(?:0[xX])?(\\p{XDigit}+).*");

  /** Reads a word; empty without the sign between, or if the address is no number or zero. */
  static Optional<LoadAddress> parse(String word) {
    int sign = word.indexOf('@');
    if (sign < 0) {
      return Optional.empty();
    }
    Matcher number = NUMBER.matcher(word.substring(sign + 1));
    if (!number.matches()) {
      return Optional.empty();
    }
    BigInteger digits = new BigInteger(number.group(2), HEXADECIMAL).min(GREATEST);
    BigInteger signed = "-".equals(number.group(1)) ? digits.negate() : digits;
    return Optional.of(new LoadAddress(word.substring(0, sign), signed.longValue()))
        .filter(given -> given.address() != 0);
  }
}
