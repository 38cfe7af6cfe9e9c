package io.github.kextmanager.parse;

import io.github.kextmanager.model.KextException;
import java.util.Locale;

/** A text that should have been a table is none, was cut, or could not be read to its end. */
public final class UnreadableTableException extends KextException {
  private static final long serialVersionUID = 1L;
  private static final int QUOTED_LENGTH = 120;

  /** Where reading ended, from 1. */
  private final int line;

  /** The line, as far as it was read. */
  private final String text;

  /** What the line should have been. */
  private final String rule;

  UnreadableTableException(int line, String text, String rule) {
    super("Line %d of the table: %s: %s".formatted(line, rule, quoted(text)));
    this.line = line;
    this.text = text;
    this.rule = rule;
  }

  UnreadableTableException(int line, Throwable cause) {
    super("The table could not be read beyond line %d: %s".formatted(line, cause), cause);
    this.line = line;
    this.text = "";
    this.rule = "the input can be read to its end";
  }

  /**
   * Where reading ended.
   *
   * @return the number of the physical line, counted from 1
   */
  public int line() {
    return line;
  }

  /**
   * The line as it stands.
   *
   * @return its text without its end; of an overlong line the beginning; empty if the input failed
   */
  public String text() {
    return text;
  }

  /**
   * The rule that the line breaks.
   *
   * @return a clause without a full stop
   */
  public String rule() {
    return rule;
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < Math.min(text.length(), QUOTED_LENGTH); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        quoted.append(c);
      } else {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return quoted.append(text.length() > QUOTED_LENGTH ? "...\"" : "\"").toString();
  }
}
