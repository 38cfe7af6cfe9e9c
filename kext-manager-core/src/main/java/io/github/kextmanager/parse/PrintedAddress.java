package io.github.kextmanager.parse;

import java.util.HexFormat;
import java.util.Optional;

/**
 * A number as {@code %#llx}, {@code %#x} or {@code %p} prints it: {@code 0} or {@code 0x...}; or
 * {@code ????}, which stands for one that the kernel did not tell (kext_tools, kextstat_main.c).
 */
final class PrintedAddress {
  private static final String UNKNOWN = "????";
  private static final int LONGEST = "0xffffffffffffffff".length();

  private PrintedAddress() {}

  static boolean stands(String text, int start, int end) {
    return begins(text, start, end)
        && (text.charAt(start) == '?' ? end - start == 4 : end - start != 2);
  }

  /** Whether this is the beginning of one, at which a line may have been broken. */
  static boolean begins(String text, int start, int end) {
    int length = end - start;
    if (length == 0 || length > LONGEST) {
      return false;
    }
    if (text.charAt(start) == '?') {
      return UNKNOWN.startsWith(text.substring(start, end));
    }
    if (text.charAt(start) != '0' || (length > 1 && text.charAt(start + 1) != 'x')) {
      return false;
    }
    for (int i = start + 2; i < end; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The text of one that {@linkplain #stands stands} there, empty for {@code ????}. */
  static Optional<String> optional(String text, int start, int end) {
    return text.charAt(start) == '?' ? Optional.empty() : Optional.of(text.substring(start, end));
  }

  /** The number of a text that was printed. */
  static long value(String printed) {
    return printed.equals("0") ? 0 : HexFormat.fromHexDigitsToLong(printed, 2, printed.length());
  }
}
