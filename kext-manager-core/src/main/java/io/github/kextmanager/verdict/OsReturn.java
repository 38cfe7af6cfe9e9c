package io.github.kextmanager.verdict;

import java.util.Locale;

/**
 * A result code of the kernel ({@code OSReturn}), such as 0xdc008018 for "in use".
 *
 * @param value the 32 bits
 */
public record OsReturn(int value) {
  /** Returns the code as the tools and Apple's headers write it: {@code 0xdc008018}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "0x%08x", value);
  }
}
