package io.github.kextmanager.plist;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.time.Instant;

/** Objects of a binary property list that hold no others (CoreFoundation, CFBinaryPList.c). */
final class BinaryScalar {
  private static final int FALSE = 0x8;
  private static final int TRUE = 0x9;
  private static final Instant EPOCH = Instant.parse("2001-01-01T00:00:00Z");
  private static final double NANOS = 1e9;

  /** About 300,000 years. */
  private static final double GREATEST_SECONDS = 1e13;

  private BinaryScalar() {}

  static PlistValue read(BinaryObject object) {
    return switch (object.type()) {
      case SIMPLE -> bool(object);
      case INTEGER -> integer(object);
      case REAL -> new PlistReal(real(object));
      case DATE -> date(object);
      case DATA -> new PlistData(bytes(object));
      case ASCII_STRING -> ascii(object);
      case UTF_16_STRING -> utf16(object);
      case ARRAY, DICT -> throw new AssertionError(object.type());
    };
  }

  private static PlistBoolean bool(BinaryObject object) {
    return switch (object.count()) {
      case FALSE -> new PlistBoolean(false);
      case TRUE -> new PlistBoolean(true);
      default ->
          throw object.unreadable(
              "an object of type 0x0%x has no place here".formatted(object.count()));
    };
  }

  /** Integers of less than 8 bytes are unsigned, the others are not. */
  private static PlistInteger integer(BinaryObject object) {
    byte[] digits = bytes(object);
    if (digits.length > 2 * Long.BYTES) {
      throw object.unreadable("an integer of %d bytes is too long".formatted(digits.length));
    }
    return new PlistInteger(
        digits.length < Long.BYTES ? new BigInteger(1, digits) : new BigInteger(digits));
  }

  private static double real(BinaryObject object) {
    return switch (object.content().capacity()) {
      case Float.BYTES -> object.content().getFloat(0);
      case Double.BYTES -> object.content().getDouble(0);
      default ->
          throw object.unreadable("no real has %d bytes".formatted(object.content().capacity()));
    };
  }

  private static PlistDate date(BinaryObject object) {
    double seconds = real(object);
    if (!(Math.abs(seconds) <= GREATEST_SECONDS)) {
      throw object.unreadable("%s seconds after 2001 is no date".formatted(seconds));
    }
    long whole = (long) Math.floor(seconds);
    return new PlistDate(EPOCH.plusSeconds(whole).plusNanos((long) ((seconds - whole) * NANOS)));
  }

  private static PlistString ascii(BinaryObject object) {
    byte[] bytes = bytes(object);
    for (byte b : bytes) {
      if (b < 0) {
        throw object.unreadable("an ASCII string holds the byte %02x".formatted(b));
      }
    }
    return new PlistString(new String(bytes, US_ASCII));
  }

  /** Keeps lone surrogates, which a charset would replace. */
  private static PlistString utf16(BinaryObject object) {
    return new PlistString(object.content().asCharBuffer().toString());
  }

  private static byte[] bytes(BinaryObject object) {
    byte[] bytes = new byte[object.content().capacity()];
    object.content().get(0, bytes);
    return bytes;
  }
}
