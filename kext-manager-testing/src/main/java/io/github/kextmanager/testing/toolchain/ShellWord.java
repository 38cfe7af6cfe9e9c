package io.github.kextmanager.testing.toolchain;

/** Words of a shell script (POSIX, 2.2.2). */
public final class ShellWord {
  private ShellWord() {}

  /**
   * A text as one word, whatever is in it.
   *
   * @param text the text
   * @return the word, in quotes
   */
  public static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
