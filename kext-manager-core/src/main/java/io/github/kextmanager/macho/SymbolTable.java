package io.github.kextmanager.macho;

import java.nio.ByteBuffer;

/**
 * Where the symbols of a slice and their names are.
 *
 * @param offset where the symbols begin
 * @param count how many there are
 * @param namesOffset where the names begin
 */
record SymbolTable(long offset, long count, long namesOffset) {
  /** How long the load command is. */
  static final int COMMAND = 24;

  static SymbolTable of(ByteBuffer command) {
    return new SymbolTable(
        Integer.toUnsignedLong(command.getInt(8)),
        Integer.toUnsignedLong(command.getInt(12)),
        Integer.toUnsignedLong(command.getInt(16)));
  }

  /** How long an entry is. */
  static int entrySize(Width width) {
    return width == Width.BITS_64 ? 16 : 12;
  }

  /** Where the entries are. */
  Extent entries(Width width) {
    return new Extent(offset, count * entrySize(width));
  }
}
