package io.github.kextmanager.parse;

import java.util.LinkedHashSet;
import java.util.Set;

/** Undoes what web pages, editors and terminals do to a line. */
final class PastedText {
  private static final char ESCAPE = '\u001b';
  private static final String OPENING_BRACKETS = "\u2039\u27e8\u3008\uff1c";
  private static final String CLOSING_BRACKETS = "\u203a\u27e9\u3009\uff1e";
  private static final String SEPARATORS = "|\u2502,;\"'`*\u201c\u201d\u2018\u2019";

  private PastedText() {}

  /**
   * The line with every kind of blank as a blank, without control sequences and without characters
   * that cannot be seen.
   */
  static String plain(String line) {
    return line.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? line : cleaned(line);
  }

  private static String cleaned(String line) {
    var plain = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ESCAPE) {
        i = lastOfSequence(line, i);
      } else if (c == '\t' || c == '\f' || c == '\u000b' || Character.isSpaceChar(c)) {
        plain.append(' ');
      } else if (OPENING_BRACKETS.indexOf(c) >= 0) {
        plain.append('<');
      } else if (CLOSING_BRACKETS.indexOf(c) >= 0) {
        plain.append('>');
      } else if (c >= '\u2010' && c <= '\u2015') {
        plain.append('-');
      } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
        plain.append(c);
      }
    }
    return plain.toString();
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
   * What a plain line may have been: itself, what its markup shows, and that without what separates
   * cells.
   */
  static Set<String> readings(String plain) {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(plain);
    String shown = Markup.shown(plain);
    readings.add(shown);
    readings.add(withoutSeparators(shown));
    return readings;
  }

  private static String withoutSeparators(String text) {
    var blanked = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (SEPARATORS.indexOf(text.charAt(i)) >= 0) {
        blanked.setCharAt(i, ' ');
      }
    }
    return blanked.toString();
  }
}
