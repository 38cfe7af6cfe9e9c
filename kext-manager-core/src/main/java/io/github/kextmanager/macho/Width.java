package io.github.kextmanager.macho;

/** How wide addresses, or the offsets of a fat file, are. */
public enum Width {
  /** 32 bits. */
  BITS_32,
  /** 64 bits. */
  BITS_64
}
