package io.github.kextmanager.parse;

import java.util.regex.Pattern;

/**
 * What the tools of macOS 11 and later say before a table, on standard error as far as is known;
 * which stream the second note goes to is not documented.
 */
final class ToolNotes {
  /** No version in brackets: a note that swallowed a row would lose a kext. */
  private static final Pattern NOTE =
      Pattern.compile(
          "Executing: /usr/bin/kmutil [^()]*+|No variant specified, falling back to [\\w.-]++");

  private ToolNotes() {}

  /** Whether a line is one of the notes. */
  static boolean contain(String text) {
    return NOTE.matcher(text).matches();
  }

  /**
   * A line without the note at its end. Where both streams end up in one text, the note of the one
   * may stand where the other was written so far.
   */
  static String cutFrom(String text) {
    int note = text.indexOf("Executing: /usr/bin/kmutil ");
    if (note < 0) {
      note = text.indexOf("No variant specified, falling back to ");
    }
    return note > 0 && contain(text.substring(note).stripTrailing())
        ? text.substring(0, note)
        : text;
  }
}
