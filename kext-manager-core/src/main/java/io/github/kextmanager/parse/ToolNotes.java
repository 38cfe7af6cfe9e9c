package io.github.kextmanager.parse;

/**
 * What the tools of macOS 11 and later say before a table, on standard error as far as is known;
 * which stream the second note goes to is not documented.
 */
final class ToolNotes {
  private ToolNotes() {}

  /** Whether a line is one of the notes. */
  static boolean contain(String text) {
    return text.startsWith("Executing: /usr/bin/kmutil ")
        || text.startsWith("No variant specified, falling back to ");
  }
}
