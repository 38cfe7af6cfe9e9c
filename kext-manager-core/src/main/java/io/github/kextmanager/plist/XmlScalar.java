package io.github.kextmanager.plist;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** The texts of numbers, dates and data in XML. */
final class XmlScalar {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,39}");
  private static final Pattern HEXADECIMAL = Pattern.compile("[+-]?0[xX][0-9A-Fa-f]{1,32}");
  private static final Pattern REAL =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,5})?");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
  private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\r\\n]+");
  private static final int SHOWN = 40;

  private XmlScalar() {}

  /**
   * Reads the text of an element.
   *
   * @throws IllegalArgumentException if it is not what the name promises
   */
  static PlistValue read(String element, String text) {
    String stripped = text.strip();
    return switch (element) {
      case "integer" -> integer(stripped);
      case "real" -> new PlistReal(real(stripped));
      case "date" -> new PlistDate(date(stripped));
      case "data" -> new PlistData(data(text));
      default -> throw new AssertionError(element);
    };
  }

  private static PlistInteger integer(String text) {
    if (DECIMAL.matcher(text).matches()) {
      return new PlistInteger(new BigInteger(text));
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      return new PlistInteger(new BigInteger(text.replaceFirst("0[xX]", ""), 16));
    }
    throw wrong("integer", text);
  }

  private static double real(String text) {
    if (REAL.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw wrong("real", text);
    };
  }

  private static Instant date(String text) {
    if (!DATE.matcher(text).matches()) {
      throw wrong("date", text);
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw wrong("date", text);
    }
  }

  private static byte[] data(String text) {
    try {
      return Base64.getDecoder().decode(WHITE_SPACE.matcher(text).replaceAll(""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("<data> holds no base 64: " + e.getMessage(), e);
    }
  }

  private static IllegalArgumentException wrong(String element, String text) {
    return new IllegalArgumentException(
        "<%s> cannot hold \"%s\"".formatted(element, shortened(text)));
  }

  static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }
}
