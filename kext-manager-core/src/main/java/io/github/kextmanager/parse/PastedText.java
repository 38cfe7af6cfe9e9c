package io.github.kextmanager.parse;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** Undoes what web pages, editors and terminals do to a line. */
final class PastedText {
  private static final char ESCAPE = '\u001b';
  private static final char NO_BREAK_SPACE = '\u00a0';

  /** A no-break space in UTF-8 that was read as Latin-1 begins with this. */
  private static final char MISREAD = '\u00c2';

  /** How grep marks what it found, the escape character having been lost on the way. */
  private static final Pattern BARE_COLOURS =
      Pattern.compile(
          "(?:\\^\\[\\[[\\d;]*+|\\[[\\d;]++)m(?:(?:\\^\\[)?+\\[K)?+|\\[m(?:\\^\\[)?+\\[K");

  /** What an editor of Markdown puts before a sign that is meant as it stands. */
  private static final Pattern ESCAPES = Pattern.compile("\\\\(?=[<>_*`~|\\[\\]()#.&-])");

  private static final String OPENING_BRACKETS = "\u2039\u00ab\u27e8\u3008\uff1c";
  private static final String CLOSING_BRACKETS = "\u203a\u00bb\u27e9\u3009\uff1e";
  private static final String SEPARATORS = "|\u2502,;\"'`*\u201c\u201d\u2018\u2019";

  private PastedText() {}

  /**
   * The line with every kind of blank as a blank, without control sequences, without characters
   * that cannot be seen, and without the signs that say how to read the others.
   */
  static String plain(String line) {
    String plain = isPlain(line) ? line : cleaned(line);
    if (plain.indexOf('[') >= 0) {
      plain = BARE_COLOURS.matcher(plain).replaceAll("");
    }
    return DecoratedName.removeFrom(withoutContinuationSign(plain));
  }

  /** A shell breaks lines with a backslash, mail on its way with an equals sign (RFC 2045). */
  private static String withoutContinuationSign(String line) {
    return line.endsWith("\\") || line.endsWith("=") ? line.substring(0, line.length() - 1) : line;
  }

  private static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < ' ' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String line) {
    var plain = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ESCAPE) {
        i = lastOfSequence(line, i);
      } else if (c == '\t' || c == '\f' || c == '\u000b' || Character.isSpaceChar(c)) {
        plain.append(' ');
      } else if (!isInvisible(c) && !isMisread(line, i)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static boolean isInvisible(char c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  private static boolean isMisread(String line, int i) {
    return line.charAt(i) == MISREAD
        && i + 1 < line.length()
        && line.charAt(i + 1) == NO_BREAK_SPACE;
  }

  /** The last character of a control sequence (ECMA-48), such as {@code grep --color} writes. */
  private static int lastOfSequence(String line, int escape) {
    int i = escape + 1;
    if (i == line.length() || (line.charAt(i) != '[' && line.charAt(i) != ']')) {
      return Math.min(i, line.length() - 1);
    }
    boolean command = line.charAt(i) == ']';
    do {
      i++;
    } while (i < line.length() && !ends(line.charAt(i), command));
    return Math.min(i, line.length() - 1);
  }

  private static boolean ends(char c, boolean command) {
    return command ? c == '\u0007' || c == '\\' : c >= '@' && c <= '~';
  }

  /**
   * What a plain line may have been: itself, what its markup shows with the signs of ASCII, and
   * that without what separates cells.
   */
  static Set<String> readings(String plain) {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(plain);
    String shown = withSignsOfAscii(Markup.shown(ESCAPES.matcher(plain).replaceAll("")));
    readings.add(shown);
    readings.add(withoutSeparators(shown));
    return readings;
  }

  private static String withSignsOfAscii(String text) {
    return mapped(
        text,
        c ->
            OPENING_BRACKETS.indexOf(c) >= 0
                ? '<'
                : CLOSING_BRACKETS.indexOf(c) >= 0
                    ? '>'
                    : c >= 0x2010 && c <= 0x2015 ? '-' : c == 0xff08 ? '(' : c == 0xff09 ? ')' : c);
  }

  private static String withoutSeparators(String text) {
    return mapped(text, c -> SEPARATORS.indexOf(c) >= 0 ? ' ' : c);
  }

  private static String mapped(String text, IntUnaryOperator mapping) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = (char) mapping.applyAsInt(characters[i]);
    }
    return new String(characters);
  }
}
