package io.github.kextmanager.parse;

/** Which characters end a physical line. */
enum LineEnds {
  /** A tool ends its lines with a line feed; any other character may be part of an identifier. */
  PRINTED {
    @Override
    boolean contains(char c) {
      return c == '\n';
    }
  },

  /** What any system, editor or web page ends lines with. */
  PASTED {
    @Override
    boolean contains(char c) {
      return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
  };

  abstract boolean contains(char c);

  /** The place of the first line end, or the limit if there is none. */
  int next(char[] text, int start, int limit) {
    for (int i = start; i < limit; i++) {
      char c = text[i];
      boolean ordinary = c > '\r' && c < '\u0085';
      if (!ordinary && contains(c)) {
        return i;
      }
    }
    return limit;
  }
}
