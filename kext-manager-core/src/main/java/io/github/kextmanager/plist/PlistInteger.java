package io.github.kextmanager.plist;

import java.math.BigInteger;

/**
 * An integer.
 *
 * @param value the number; more than 64 bits occur
 */
public record PlistInteger(BigInteger value) implements PlistValue {
  /**
   * An integer of 64 bits.
   *
   * @param value the number
   * @return the integer
   */
  public static PlistInteger of(long value) {
    return new PlistInteger(BigInteger.valueOf(value));
  }

  @Override
  public String kind() {
    return "integer";
  }
}
