package io.github.kextmanager.verdict;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A result code of the kernel ({@code OSReturn}), such as 0xdc008018 for "in use".
 *
 * @param value the 32 bits
 */
public record OsReturn(int value) {
  // What a record has of its own is linked at run time, which a short process pays for.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OsReturn code && value == code.value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  /** Returns the code as the tools and Apple's headers write it: {@code 0xdc008018}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "0x%08x", value);
  }
}
