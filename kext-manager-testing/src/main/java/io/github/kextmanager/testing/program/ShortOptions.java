package io.github.kextmanager.testing.program;

/**
 * The short options of a program.
 *
 * @param letters the letters as {@code getopt(3)} takes them; one that a colon follows has a value
 */
record ShortOptions(String letters) {
  boolean has(char letter) {
    return letter != ':' && letters.indexOf(letter) >= 0;
  }

  boolean haveValue(char letter) {
    return letters.startsWith(":", letters.indexOf(letter) + 1);
  }

  /** Whether a value that is missing is told from an option that is not known. */
  boolean tellMissingValues() {
    return letters.startsWith(":");
  }
}
