package io.github.kextmanager.plist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the kernel's parser makes of the text of strings and numbers. */
final class KernelScalar {
  private static final Pattern ENTITY = Pattern.compile("&(lt;|gt;|amp;)?");
  private static final Pattern NUMBER = Pattern.compile("0x([0-9a-f]*)|0?(-?)([0-9]*)");
  private static final Pattern C_NUMBER =
      Pattern.compile(
          "\\s*([+-]?)(?:0[xX]([0-9A-Fa-f]+)|(0[0-7]*)|([1-9][0-9]*)).*", Pattern.DOTALL);

  /** As many digits as always fit into 64 bits. */
  private static final int PLAIN_DIGITS = 18;

  /** The characters of Mac OS Roman from 0x80 on. */
  private static final String MAC_ROMAN =
      "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
          + "¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

  private KernelScalar() {}

  /** Three entities are known; what is not UTF-8 is taken for Mac OS Roman. */
  static PlistString string(byte[] content) throws KernelSyntaxException {
    return isPlain(content) ? new PlistString(new String(content, ISO_8859_1)) : decoded(content);
  }

  /** Whether it is ASCII without entities, as nearly all texts are. */
  private static boolean isPlain(byte[] content) {
    for (byte b : content) {
      if (b < 0 || b == '&') {
        return false;
      }
    }
    return true;
  }

  private static PlistString decoded(byte[] content) throws KernelSyntaxException {
    String raw = new String(content, ISO_8859_1);
    var unescaped = new StringBuilder(raw.length());
    Matcher entity = ENTITY.matcher(raw);
    while (entity.find()) {
      if (entity.group(1) == null) {
        throw new KernelSyntaxException(
            "'&' does not begin one of &lt; &gt; &amp;, and others are not known");
      }
      entity.appendReplacement(
          unescaped,
          switch (entity.group(1)) {
            case "lt;" -> "<";
            case "gt;" -> ">";
            default -> "&";
          });
    }
    byte[] bytes = entity.appendTail(unescaped).toString().getBytes(ISO_8859_1);
    try {
      return new PlistString(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new PlistString(macRoman(bytes));
    }
  }

  private static String macRoman(byte[] bytes) {
    var text = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      text.append(b < 0 ? MAC_ROMAN.charAt(b & 0x7F) : (char) b);
    }
    return text.toString();
  }

  /** The number that is written in a few decimal digits and nothing else, or -1. */
  private static long plainNumber(String text) {
    if (text.isEmpty() || text.length() > PLAIN_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /** Decimal or hexadecimal; more than 64 bits wrap, and no digits make 0. */
  static long number(String text) throws KernelSyntaxException {
    long plain = plainNumber(text);
    if (plain >= 0) {
      return plain;
    }
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      throw new KernelSyntaxException(
          "<integer> cannot hold \"%s\"".formatted(XmlScalar.shortened(text)));
    }
    if (number.group(1) != null) {
      return digits(number.group(1), 16);
    }
    long value = digits(number.group(3), 10);
    return number.group(2).isEmpty() ? value : -value;
  }

  /** The number in an attribute, as strtol reads it with base 0. */
  static int attributeNumber(String text) {
    Matcher number = C_NUMBER.matcher(text);
    if (!number.matches()) {
      return 0;
    }
    BigInteger value =
        number.group(2) != null
            ? new BigInteger(number.group(2), 16)
            : number.group(3) != null
                ? new BigInteger(number.group(3), 8)
                : new BigInteger(number.group(4));
    if (number.group(1).equals("-")) {
      value = value.negate();
    }
    return value
        .max(BigInteger.valueOf(Long.MIN_VALUE))
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .intValue();
  }

  private static long digits(String digits, int base) {
    return digits.isEmpty() ? 0 : new BigInteger(digits, base).longValue();
  }
}
