package io.github.kextmanager.macho;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** Writes ASN.1, as little of it as certificates and signatures need. */
final class Der {
  private Der() {}

  static byte[] sequence(byte[]... elements) {
    return tagged(0x30, elements);
  }

  static byte[] set(byte[]... elements) {
    return tagged(0x31, elements);
  }

  static byte[] tagged(int tag, byte[]... elements) {
    byte[] content = join(elements);
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      length = length[0] == 0 ? Arrays.copyOfRange(length, 1, length.length) : length;
      out.write(0x80 | length.length);
      out.writeBytes(length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  /** The same with its length left open. */
  static byte[] open(int tag, byte[]... elements) {
    return join(new byte[] {(byte) tag, (byte) 0x80}, join(elements), new byte[2]);
  }

  static byte[] integer(long value) {
    return tagged(0x02, BigInteger.valueOf(value).toByteArray());
  }

  static byte[] text(String value) {
    return tagged(0x0c, value.getBytes(UTF_8));
  }

  static byte[] time(String value) {
    return tagged(0x17, value.getBytes(US_ASCII));
  }

  static byte[] oid(String dotted) {
    String[] parts = dotted.split("\\.", -1);
    var out = new ByteArrayOutputStream();
    out.write(Integer.parseInt(parts[0]) * 40 + Integer.parseInt(parts[1]));
    for (int i = 2; i < parts.length; i++) {
      int value = Integer.parseInt(parts[i]);
      for (int shift = 28; shift > 0; shift -= 7) {
        if (value >>> shift != 0) {
          out.write(0x80 | ((value >>> shift) & 0x7f));
        }
      }
      out.write(value & 0x7f);
    }
    return tagged(0x06, out.toByteArray());
  }

  static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
