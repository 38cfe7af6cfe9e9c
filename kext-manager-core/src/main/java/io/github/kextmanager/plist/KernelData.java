package io.github.kextmanager.plist;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What the kernel's parser makes of the text of data. */
final class KernelData {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final byte[] SIX_BITS = new byte[128];

  static {
    Arrays.fill(SIX_BITS, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      SIX_BITS[ALPHABET.charAt(i)] = (byte) i;
    }
    SIX_BITS['='] = 0;
  }

  private KernelData() {}

  /**
   * Base 64 without complaints: only seven bits of a byte count, what is not of the alphabet is
   * skipped, and a group that is not complete is dropped.
   */
  static PlistData of(byte[] content) throws KernelSyntaxException {
    var data = new ByteArrayOutputStream();
    int group = 0;
    int characters = 0;
    int padding = 0;
    for (byte b : content) {
      int c = b & 0x7F;
      if (c == 0) {
        throw new KernelSyntaxException("<data> holds the byte 80");
      }
      padding = c == '=' ? padding + 1 : 0;
      int sixBits = SIX_BITS[c];
      if (sixBits >= 0) {
        group = (group << 6) | sixBits;
        characters++;
        if (characters % 4 == 0) {
          for (int i = 2; i >= Math.min(padding, 2); i--) {
            data.write(group >> (8 * i));
          }
          group = 0;
        }
      }
    }
    return new PlistData(data.toByteArray());
  }
}
