package io.github.kextmanager.classify;

import java.util.Map;

/**
 * Reads a text without what people and programs add to it on the way: blanks and line breaks, marks
 * of quotation at the beginning of a line, markdown, escapes, curly quotes, upper case.
 *
 * <p>Wordings are folded in the same way, so a wording is found however it was wrapped or indented.
 * Where blanks were is remembered, since names end there.
 */
final class Folding {
  /** What stood between two characters. */
  enum Gap {
    /** Nothing. */
    NONE,
    /** A blank, or something that is passed over. */
    BLANK,
    /** The end of a line. */
    BREAK;

    private static final Gap[] ALL = values();

    /** As it is kept, since bytes are written faster than references. */
    byte code() {
      return switch (this) {
        case NONE -> 0;
        case BLANK -> 1;
        case BREAK -> 2;
      };
    }

    static Gap of(byte code) {
      return ALL[code];
    }
  }

  /** The end of the text. */
  static final int END = -1;

  private static final Map<String, Character> ENTITIES =
      Map.of("lt", '<', "gt", '>', "quot", '"', "apos", '\'', "#39", '\'', "nbsp", ' ');
  private static final int LONGEST_ENTITY = 5;

  /** What most characters become; 0 for those that need a closer look. */
  private static final char[] PLAIN = plain();

  private static char[] plain() {
    char[] plain = new char[0x7f];
    for (char c = '!'; c < plain.length; c++) {
      plain[c] = "`*>#|\\&".indexOf(c) >= 0 ? 0 : lowerCase(c);
    }
    return plain;
  }

  private final String text;
  private int next;
  private int offset;
  private int line;
  private Gap gap = Gap.BREAK;
  private boolean atLineStart = true;

  Folding(String text, int firstLine) {
    this.text = text;
    this.line = firstLine;
  }

  /** A piece of a line, folded: what is passed over at the beginning of a line is kept. */
  static String fold(String text) {
    var folding = new Folding(text, 1);
    folding.atLineStart = false;
    var folded = new StringBuilder(text.length());
    for (int c = folding.read(); c != END; c = folding.read()) {
      folded.append((char) c);
    }
    return folded.toString();
  }

  /** The next character, in lower case; {@link #END} at the end. */
  int read() {
    while (next < text.length()) {
      offset = next;
      char c = text.charAt(next++);
      if (c < PLAIN.length && PLAIN[c] != 0) {
        atLineStart = false;
        return PLAIN[c];
      }
      if (c == '\n' || c == '\r') {
        endLine(c);
      } else if (c == '\\') {
        unescape();
      } else if (c == '\u001b') {
        skipControlSequence();
      } else {
        char meant = c == '&' ? entity() : c;
        if (!isPassedOver(meant)) {
          atLineStart = false;
          return fold(meant);
        }
        gap = gap == Gap.NONE ? Gap.BLANK : gap;
      }
    }
    return END;
  }

  /**
   * Reads as many of the next characters as are plain or blanks and fit, which is how most of a
   * text is, in a loop that touches no field.
   *
   * @return how many characters are there now
   */
  int readPlain(char[] chars, int[] offsets, int[] lines, byte[] gaps, int size) {
    int count = size;
    int place = next;
    byte code = gap.code();
    int here = line;
    int end = text.length();
    while (place < end && count < chars.length) {
      char c = text.charAt(place);
      char plain = c < PLAIN.length ? PLAIN[c] : 0;
      if (plain != 0) {
        chars[count] = plain;
        offsets[count] = place;
        lines[count] = here;
        gaps[count] = code;
        code = 0;
        count++;
      } else if (c != ' ') {
        break;
      } else if (code == 0) {
        code = 1;
      }
      place++;
    }
    next = place;
    gap = Gap.of(code);
    atLineStart &= count == size;
    return count;
  }

  /** Where in the text the character stands that was read last. */
  int offset() {
    return offset;
  }

  /** The line on which it stands, from 1. */
  int line() {
    return line;
  }

  /** What stands between the character that was read last and the one before it. */
  Gap takeGap() {
    Gap taken = gap;
    gap = Gap.NONE;
    return taken;
  }

  private void endLine(char c) {
    if (c == '\r' && next < text.length() && text.charAt(next) == '\n') {
      next++;
    }
    line++;
    gap = Gap.BREAK;
    atLineStart = true;
  }

  private boolean isPassedOver(char c) {
    return switch (c) {
      case '`', '*', '\0', '\ufeff', '\u200b', '\u2028' -> true;
      case '>', '#' -> atLineStart;
      case '|' -> atLineStart && !isFirstColumn();
      default -> c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    };
  }

  /** Whether a name follows at once: the row of a database whose first column is empty. */
  private boolean isFirstColumn() {
    return next < text.length() && Character.isLetterOrDigit(text.charAt(next));
  }

  private void unescape() {
    if (next < text.length() && "ntr".indexOf(text.charAt(next)) >= 0) {
      next++;
      gap = Gap.BREAK;
    }
  }

  /** Passes over what colours a terminal: {@code ESC [ 1 ; 31 m}. */
  private void skipControlSequence() {
    if (next < text.length() && text.charAt(next) == '[') {
      next++;
      while (next < text.length() && "0123456789;".indexOf(text.charAt(next)) >= 0) {
        next++;
      }
      if (next < text.length() && text.charAt(next) > ' ') {
        next++;
      }
    }
  }

  private char entity() {
    for (int end = next; end < Math.min(text.length(), next + LONGEST_ENTITY + 1); end++) {
      if (text.charAt(end) == ';') {
        char meant = ENTITIES.getOrDefault(text.substring(next, end), '&');
        next = meant == '&' ? next : end + 1;
        return meant;
      }
    }
    return '&';
  }

  private static char fold(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u00b4' -> '\'';
      case '\u201c', '\u201d' -> '"';
      case '\u2010', '\u2011', '\u2013' -> '-';
      default -> lowerCase(c);
    };
  }

  private static char lowerCase(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
