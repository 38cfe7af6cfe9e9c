package io.github.kextmanager.plist;

import java.util.Arrays;

/**
 * A piece of data: bytes. A class and no record, because an array is neither immutable nor equal.
 */
public final class PlistData implements PlistValue {
  private final byte[] bytes;

  /**
   * Some bytes.
   *
   * @param bytes the bytes, of which a copy is taken
   */
  public PlistData(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /**
   * The bytes.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String kind() {
    return "data";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlistData data && Arrays.equals(bytes, data.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Returns how many bytes there are, and not which. */
  @Override
  public String toString() {
    return "PlistData[" + bytes.length + " bytes]";
  }
}
