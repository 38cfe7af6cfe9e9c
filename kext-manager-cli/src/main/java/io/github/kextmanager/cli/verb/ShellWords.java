package io.github.kextmanager.cli.verb;

/** Words of a shell script (POSIX, 2.2.2). */
final class ShellWords {
  private ShellWords() {}

  /** A text as one word, whatever is in it. */
  static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
