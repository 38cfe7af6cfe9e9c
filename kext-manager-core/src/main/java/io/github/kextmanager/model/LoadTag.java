package io.github.kextmanager.model;

/**
 * The number under which the kernel keeps a loaded kext; kextstat prints it as {@code Index}.
 *
 * <p>Tags count up from 1 in load order and are not given twice in one boot session, so gaps are
 * kexts that were unloaded. The kernel itself has tag 0 (xnu, libkern/c++/OSKext.cpp).
 *
 * @param value the tag as an unsigned 32-bit number
 */
public record LoadTag(int value) implements Comparable<LoadTag> {
  @Override
  public int compareTo(LoadTag other) {
    return Integer.compareUnsigned(value, other.value);
  }

  /** Returns the tag in decimal digits, as an unsigned number. */
  @Override
  public String toString() {
    return Integer.toUnsignedString(value);
  }
}
