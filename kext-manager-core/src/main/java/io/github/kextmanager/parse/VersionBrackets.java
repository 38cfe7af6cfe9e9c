package io.github.kextmanager.parse;

/** Finds the version in a stretch of text that is an identifier and, in brackets, a version. */
final class VersionBrackets {
  private final String text;
  private final NameColumn name;
  private final int closing;

  private VersionBrackets(String text, NameColumn name, int closing) {
    this.text = text;
    this.name = name;
    this.closing = closing;
  }

  /**
   * The place of the bracket that opens the version, or -1 if there is none, or if the stretch
   * holds more than one row.
   *
   * @param closing the place of the bracket that closes the version
   */
  static int opening(String text, NameColumn name, int closing) {
    return new VersionBrackets(text, name, closing).opening();
  }

  private int opening() {
    int first = name.isAsPrinted() ? name.start() + 1 : name.start();
    while (first < closing && !opens(first)) {
      first++;
    }
    if (first >= closing) {
      return -1;
    }
    return isPlain(first) ? first : dividing(first);
  }

  private boolean opens(int i) {
    return text.charAt(i) == '(' && text.charAt(i - 1) == ' ';
  }

  private boolean isPlain(int opening) {
    for (int i = opening + 1; i < closing; i++) {
      char c = text.charAt(i);
      if (c == '(' || c == ')') {
        return false;
      }
    }
    return true;
  }

  private int dividing(int first) {
    if (holdsAnotherRow(first)) {
      return -1;
    }
    int last = lastBalanced();
    return last >= first && depth(name.start(), last) == 0 ? last : first;
  }

  /** Whether a row ends in the middle: its version is followed by what follows a version. */
  private boolean holdsAnotherRow(int first) {
    for (int i = text.indexOf(')', first); i < closing; i = text.indexOf(')', i + 1)) {
      int next = Blanks.skip(text, i + 1);
      if (PrintedUuid.stands(text, next)
          || text.startsWith("no UUID", next)
          || beginsAList(next)
          || (next > i + 1 && Columns.read(text, next) != null)) {
        return true;
      }
    }
    return false;
  }

  private boolean beginsAList(int opening) {
    if (text.charAt(opening) != '<') {
      return false;
    }
    int i = opening + 1;
    while (LinkedTags.mayContain(text.charAt(i))) {
      i++;
    }
    return text.charAt(i) == '>';
  }

  private int lastBalanced() {
    int depth = 1;
    int i = closing;
    while (depth > 0 && i > name.start()) {
      i--;
      depth += step(text.charAt(i));
    }
    return depth == 0 && opens(i) ? i : -1;
  }

  private int depth(int start, int end) {
    int depth = 0;
    for (int i = start; i < end; i++) {
      depth -= step(text.charAt(i));
    }
    return depth;
  }

  private static int step(char c) {
    return c == ')' ? 1 : c == '(' ? -1 : 0;
  }
}
