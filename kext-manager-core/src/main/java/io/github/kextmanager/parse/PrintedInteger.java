package io.github.kextmanager.parse;

import java.util.OptionalInt;

/**
 * A number as {@code %d} prints it, or {@code ??}, which stands for one that the kernel did not
 * tell (kext_tools, kextstat_main.c).
 */
final class PrintedInteger {
  /** The answer for {@code ??}. */
  static final long UNKNOWN = Long.MIN_VALUE;

  /**
   * The answer for what no {@code %d} prints: other characters, or a number of more than 32 bits.
   */
  static final long NONE = Long.MAX_VALUE;

  private static final int LONGEST = "-2147483648".length();

  private PrintedInteger() {}

  static long read(String text, int start, int end) {
    int length = end - start;
    if (length == 2 && text.charAt(start) == '?' && text.charAt(start + 1) == '?') {
      return UNKNOWN;
    }
    if (length == 0 || length > LONGEST) {
      return NONE;
    }
    boolean negative = text.charAt(start) == '-';
    int first = negative ? start + 1 : start;
    boolean superfluousZero = first < end && text.charAt(first) == '0' && length > 1;
    if (first == end || superfluousZero) {
      return NONE;
    }
    long value = 0;
    for (int i = first; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      value = value * 10 + digit;
    }
    value = negative ? -value : value;
    return value == (int) value ? value : NONE;
  }

  /** The number that {@link #read} answered, which is not {@link #NONE}. */
  static OptionalInt optional(long value) {
    return value == UNKNOWN ? OptionalInt.empty() : OptionalInt.of((int) value);
  }
}
