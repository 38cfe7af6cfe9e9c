package io.github.kextmanager.testing;

import io.github.kextmanager.testing.kernel.CpuType;

/**
 * The processor of a simulated Mac.
 *
 * @since 0.1.0
 */
public enum Chip {
  /** 64-bit Intel. */
  INTEL,
  /** Apple silicon; from macOS 11. */
  APPLE_SILICON;

  CpuType cpu() {
    return this == INTEL ? CpuType.X86_64 : CpuType.ARM64E;
  }
}
