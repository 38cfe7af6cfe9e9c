package io.github.kextmanager.testing.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Values of ASN.1 in the encoding of X.690 (DER), as far as a certificate needs them. */
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int TEXT = 0x0c;
  private static final int TIME = 0x17;

  private Der() {}

  static byte[] sequence(byte[]... members) {
    return value(SEQUENCE, members);
  }

  static byte[] set(byte[]... members) {
    return value(SET, members);
  }

  static byte[] integer(int small) {
    return value(INTEGER, new byte[] {(byte) small});
  }

  static byte[] text(String text) {
    return value(TEXT, text.getBytes(UTF_8));
  }

  static byte[] time(String utc) {
    return value(TIME, utc.getBytes(US_ASCII));
  }

  static byte[] identifier(String dotted) {
    String[] arcs = dotted.split("\\.", -1);
    var content = new ByteArrayOutputStream();
    content.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      base128(Integer.parseInt(arcs[i]), content);
    }
    return value(OBJECT_IDENTIFIER, content.toByteArray());
  }

  /** Seven bits a byte, the highest first; all but the last say that more follow. */
  private static void base128(int arc, ByteArrayOutputStream content) {
    int bytes = 1;
    while (arc >>> (7 * bytes) != 0) {
      bytes++;
    }
    for (int i = bytes - 1; i >= 0; i--) {
      content.write(((arc >>> (7 * i)) & 0x7f) | (i > 0 ? 0x80 : 0));
    }
  }

  /** A value of any tag. */
  static byte[] value(int tag, byte[]... contents) {
    var content = new ByteArrayOutputStream();
    for (byte[] part : contents) {
      content.writeBytes(part);
    }
    var all = new ByteArrayOutputStream();
    all.write(tag);
    int length = content.size();
    if (length > 0xff) {
      all.write(0x82);
      all.write(length >>> 8);
    } else if (length > 0x7f) {
      all.write(0x81);
    }
    all.write(length);
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }
}
