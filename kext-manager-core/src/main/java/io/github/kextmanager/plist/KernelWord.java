package io.github.kextmanager.plist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;

/** Names of elements and attributes, of which there are few, so that each is made once. */
final class KernelWord {
  private static final List<KernelWord> KNOWN =
      List.of(
          new KernelWord("key"),
          new KernelWord("string"),
          new KernelWord("integer"),
          new KernelWord("dict"),
          new KernelWord("array"),
          new KernelWord("true"),
          new KernelWord("false"),
          new KernelWord("data"));

  private final String text;
  private final byte[] bytes;

  private KernelWord(String text) {
    this.text = text;
    this.bytes = text.getBytes(ISO_8859_1);
  }

  /** The word between two places in some bytes. */
  static String of(byte[] text, int start, int end) {
    for (KernelWord known : KNOWN) {
      if (Arrays.equals(known.bytes, 0, known.bytes.length, text, start, end)) {
        return known.text;
      }
    }
    return new String(text, start, end - start, ISO_8859_1);
  }
}
