package io.github.kextmanager.macho;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the symbols of a slice. {@link MachOReader} reads all else, and only as much as it needs.
 */
public final class SymbolReader {
  /** Ten times as many as a kernel has; a file may claim four thousand million. */
  private static final int MAXIMUM_SYMBOLS = 500_000;

  /** Four times as much as the names of a kernel need. */
  private static final int MAXIMUM_NAMES = 32 * 1024 * 1024;

  private static final int N_STAB = 0xe0;

  private SymbolReader() {}

  /**
   * Reads the symbols.
   *
   * @param file the file, all links on the way to it followed: a link is not read
   * @param slice the slice of the file
   * @return the symbols, or why they cannot be read; never an exception
   */
  public static Symbols read(Path file, Slice slice) {
    return RegularFile.read(
        file,
        bytes -> read(bytes, slice),
        unreadable -> new Symbols.Unreadable(unreadable.explanation()));
  }

  private static Symbols read(FileBytes file, Slice slice) throws IOException {
    if (!slice.extent().fitsIn(file.size())) {
      return new Symbols.Unreadable(
          "The slice (%s) is not in the file, which has %d bytes."
              .formatted(slice.extent(), file.size()));
    }
    SliceBytes bytes = new SliceBytes(file, slice.extent(), slice.order());
    Optional<SymbolTable> table =
        SliceReader.commands(bytes, slice.width(), new ArrayList<>()).symbols();
    return table.isEmpty() ? new Symbols.None() : read(bytes, slice.width(), table.get());
  }

  private static Symbols read(SliceBytes slice, Width width, SymbolTable table) throws IOException {
    Extent entries = table.entries(width);
    if (!slice.holds(entries) || table.namesOffset() > slice.size()) {
      return new Symbols.Unreadable(
          "The symbols (%s) or their names (at %d) are not in the slice, which has %d bytes."
              .formatted(entries, table.namesOffset(), slice.size()));
    }
    if (table.count() > MAXIMUM_SYMBOLS) {
      return new Symbols.Unreadable(
          "There are %d symbols; more than %d are not read."
              .formatted(table.count(), MAXIMUM_SYMBOLS));
    }
    long namesSize = Math.min(MAXIMUM_NAMES, slice.size() - table.namesOffset());
    return new Symbols.Listed(
        symbols(
            slice.read(entries.offset(), (int) entries.size()),
            SymbolTable.entrySize(width),
            slice.bytes(table.namesOffset(), (int) namesSize)));
  }

  /** The first name that is not in the slice ends the list, as it ends a search. */
  private static List<Symbol> symbols(ByteBuffer entries, int entrySize, byte[] names) {
    List<Symbol> symbols = new ArrayList<>();
    for (int at = 0; at < entries.limit(); at += entrySize) {
      long place = Integer.toUnsignedLong(entries.getInt(at));
      int type = Byte.toUnsignedInt(entries.get(at + 4));
      if (place >= names.length) {
        break;
      }
      if (place != 0 && (type & N_STAB) == 0) {
        symbols.add(new Symbol(name(names, (int) place), Symbol.Kind.of(type)));
      }
    }
    return symbols;
  }

  private static String name(byte[] names, int start) {
    int end = start;
    while (end < names.length && names[end] != 0) {
      end++;
    }
    return new String(names, start, end - start, UTF_8);
  }
}
