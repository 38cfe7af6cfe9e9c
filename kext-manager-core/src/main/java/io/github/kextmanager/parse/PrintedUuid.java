package io.github.kextmanager.parse;

import java.util.HexFormat;
import java.util.UUID;

/** A UUID as {@code uuid_unparse} prints it, in either case. */
final class PrintedUuid {
  static final int LENGTH = 36;

  private PrintedUuid() {}

  static boolean stands(String text, int start) {
    return start >= 0 && start + LENGTH <= text.length() && begins(text, start, start + LENGTH);
  }

  /** Whether this is the beginning of a UUID, at which a line may have been broken. */
  static boolean begins(String text, int start, int end) {
    if (end - start > LENGTH) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (isDash(i - start) ? c != '-' : !HexFormat.isHexDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDash(int place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
  }

  /** The UUID that {@linkplain #stands stands} there. */
  static UUID read(String text, int start) {
    long high =
        bits(text, start, 0, 8) << 32 | bits(text, start, 9, 13) << 16 | bits(text, start, 14, 18);
    long low = bits(text, start, 19, 23) << 48 | bits(text, start, 24, LENGTH);
    return new UUID(high, low);
  }

  private static long bits(String text, int start, int from, int to) {
    return HexFormat.fromHexDigitsToLong(text, start + from, start + to);
  }
}
