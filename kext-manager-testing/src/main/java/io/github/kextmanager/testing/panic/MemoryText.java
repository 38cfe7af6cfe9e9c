package io.github.kextmanager.testing.panic;

import java.util.Locale;

/**
 * What a kernel says about its memory since 12, as reports show it. Nothing is simulated that could
 * be read from it.
 */
final class MemoryText {
  private static final long GIB = 1L << 30;

  private MemoryText() {}

  static String compressor() {
    return "Compressor Info: 0% of compressed pages limit (OK) and 0% of segments limit (OK)"
        + " with 0 swapfiles and OK swap space\n";
  }

  /** The kernel's zones, one after the other from an address on. */
  static String zones(long start) {
    var text = new StringBuilder("Zone info:\n");
    text.append(zone("Zone map", start, 128 * GIB));
    long next = start;
    for (String name : new String[] {". VM   ", ". RO   ", ". GEN0 ", ". GEN1 ", ". DATA "}) {
      long size = name.contains("RO") ? 6 * GIB : 24 * GIB;
      text.append(zone(name, next, size));
      next += size;
    }
    text.append(zone("Metadata", start - 16 * GIB, GIB / 8));
    text.append(zone("Bitmaps ", start - 16 * GIB + GIB / 8, GIB / 16));
    return text.toString();
  }

  private static String zone(String name, long start, long size) {
    return String.format(Locale.ROOT, "  %s: 0x%x - 0x%x\n", name, start, start + size);
  }
}
