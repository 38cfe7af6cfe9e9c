package io.github.kextmanager.testing.bundle;

import io.github.kextmanager.testing.kernel.CpuType;

/**
 * How wide the addresses of a slice are, and how long is what depends on it (mach-o/loader.h,
 * mach-o/nlist.h, mach/kmod.h).
 */
enum Width {
  /** 32 bits: kexts are objects of one segment. */
  NARROW(28, 12, 168, 56, 68),
  /** 64 bits: kexts are bundles of three segments. */
  WIDE(32, 16, 196, 72, 80);

  private final int header;
  private final int symbol;
  private final int kmodInfo;
  private final int segment;
  private final int section;

  Width(int header, int symbol, int kmodInfo, int segment, int section) {
    this.header = header;
    this.symbol = symbol;
    this.kmodInfo = kmodInfo;
    this.segment = segment;
    this.section = section;
  }

  static Width of(CpuType cpu) {
    return cpu.is64Bit() ? WIDE : NARROW;
  }

  int header() {
    return header;
  }

  int symbol() {
    return symbol;
  }

  int kmodInfo() {
    return kmodInfo;
  }

  /** The size of the command for a segment. */
  int segment(int sections) {
    return segment + sections * section;
  }
}
