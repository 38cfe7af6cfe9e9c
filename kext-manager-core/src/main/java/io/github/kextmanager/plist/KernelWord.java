package io.github.kextmanager.plist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Names of elements and attributes, of which there are few, so that each is made once. */
final class KernelWord {
  private static final int LONGEST = 7;

  /** By their lengths. */
  private static final String[][] KNOWN = {
    {}, {}, {}, {"key"}, {"dict", "true", "data"}, {"array", "false"}, {"string"}, {"integer"},
  };

  private KernelWord() {}

  /** The word between two places in some bytes. */
  static String of(byte[] text, int start, int end) {
    int length = end - start;
    if (length <= LONGEST) {
      for (String known : KNOWN[length]) {
        if (isAt(known, text, start)) {
          return known;
        }
      }
    }
    return new String(text, start, length, ISO_8859_1);
  }

  private static boolean isAt(String word, byte[] text, int start) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }
}
