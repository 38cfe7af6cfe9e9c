package io.github.kextmanager.command.record;

import io.github.kextmanager.model.KextException;

/** A text that should have been a recording breaks a rule of the format. */
public final class UnreadableRecordingException extends KextException {
  private static final long serialVersionUID = 1L;
  private static final int QUOTED_LENGTH = 120;

  /** The line that breaks the rule, from 1. */
  private final int line;

  /** The rule. */
  private final String rule;

  UnreadableRecordingException(String name, int line, String text, String rule) {
    super("%s, line %d: %s: \"%s\"".formatted(name, line, rule, quoted(text)));
    this.line = line;
    this.rule = rule;
  }

  /**
   * Where it is.
   *
   * @return the number of the line, counted from 1
   */
  public int line() {
    return line;
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
    boolean whole = text.length() <= QUOTED_LENGTH;
    return EscapedText.escape(whole ? text : text.substring(0, QUOTED_LENGTH))
        + (whole ? "" : "...");
  }
}
