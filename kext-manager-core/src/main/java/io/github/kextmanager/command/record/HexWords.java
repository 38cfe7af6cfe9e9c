package io.github.kextmanager.command.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Texts that stand in a text as hexadecimal digits, as {@code hex()} of sqlite3 prints them. */
final class HexWords {
  private static final Pattern DIGITS =
      Pattern.compile("(?<![0-9A-Za-z])(?:[0-9A-F]{2}){4,4096}+(?![0-9A-Za-z])");
  private static final HexFormat FORMAT = HexFormat.of().withUpperCase();

  private HexWords() {}

  /** Replaces those among them that come out otherwise; what is no text stays as it is. */
  static String replaceIn(String text, UnaryOperator<String> replacement) {
    return DIGITS
        .matcher(text)
        .replaceAll(
            match ->
                decoded(match.group())
                    .map(word -> replaced(match.group(), word, replacement))
                    .orElse(match.group()));
  }

  private static String replaced(String digits, String word, UnaryOperator<String> replacement) {
    String other = replacement.apply(word);
    return other.equals(word) ? digits : FORMAT.formatHex(other.getBytes(UTF_8));
  }

  private static Optional<String> decoded(String digits) {
    try {
      return Optional.of(
          UTF_8.newDecoder().decode(ByteBuffer.wrap(FORMAT.parseHex(digits))).toString());
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }
}
