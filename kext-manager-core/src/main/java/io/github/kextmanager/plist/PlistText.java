package io.github.kextmanager.plist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of an XML document into text, and refuses those that are none.
 *
 * <p>The JDK's parser could do so, but says of a bad byte only that it is bad, in the line before,
 * and from JDK 24 on says it on standard error too.
 */
final class PlistText {
  private static final int DECLARATION_LIMIT = 256;
  private static final Pattern DECLARED_ENCODING =
      Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

  private PlistText() {}

  static String decode(byte[] bytes) {
    Charset charset = charset(bytes);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out =
        CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      int end = Math.min(in.position() + result.length(), bytes.length);
      throw new UnreadablePlistException(
          endOf(out),
          "the bytes %s are no text in %s."
              .formatted(
                  HexFormat.ofDelimiter(" ").formatHex(bytes, in.position(), end), charset.name()));
    }
    return withoutByteOrderMark(out.toString());
  }

  private static Charset charset(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return UTF_8;
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0, '<')) {
      return UTF_16BE;
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, '<', 0)) {
      return UTF_16LE;
    }
    return declaredCharset(
        new String(bytes, 0, Math.min(bytes.length, DECLARATION_LIMIT), ISO_8859_1));
  }

  private static Charset declaredCharset(String beginning) {
    Matcher declaration = DECLARED_ENCODING.matcher(beginning);
    if (!declaration.find()) {
      return UTF_8;
    }
    String name = declaration.group(1);
    try {
      Charset charset = Charset.forName(name);
      if (!charset.canEncode() || !new String("<".getBytes(charset), ISO_8859_1).equals("<")) {
        throw unreadable("declares the encoding %s and is not written in it.", name);
      }
      return charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw unreadable("declares the encoding \"%s\", which is not known.", name);
    }
  }

  private static UnreadablePlistException unreadable(String message, String name) {
    return new UnreadablePlistException(
        new PlistPosition.InText(1, 1), "the file " + message.formatted(name));
  }

  private static boolean startsWith(byte[] bytes, int... beginning) {
    if (bytes.length < beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if ((bytes[i] & 0xFF) != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static PlistPosition endOf(CharBuffer text) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i++) {
      column++;
      if (text.charAt(i) == '\n') {
        line++;
        column = 1;
      }
    }
    return new PlistPosition.InText(line, column);
  }
}
