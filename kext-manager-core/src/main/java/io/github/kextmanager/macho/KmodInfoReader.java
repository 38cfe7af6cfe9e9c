package io.github.kextmanager.macho;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.macho.Sections.Section;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds {@code _kmod_info} as the kext library does ({@code macho_find_symbol}): by the first
 * symbol of that name that is no debugging entry, whether or not it is external.
 */
final class KmodInfoReader {
  private static final String SYMBOL = "_kmod_info";

  private static final int N_STAB = 0xe0;
  private static final int N_TYPE = 0x0e;
  private static final int N_UNDF = 0x0;
  private static final int N_ABS = 0x2;
  private static final int N_INDR = 0xa;
  private static final int N_SECT = 0xe;

  /** {@code KMOD_MAX_NAME} (mach/kmod.h). */
  private static final int TEXT = 64;

  private final SliceBytes slice;
  private final Width width;
  private final LoadCommands commands;
  private final List<Flaw> flaws;

  KmodInfoReader(SliceBytes slice, Width width, LoadCommands commands, List<Flaw> flaws) {
    this.slice = slice;
    this.width = width;
    this.commands = commands;
    this.flaws = flaws;
  }

  KmodInfo read() throws IOException {
    Optional<SymbolTable> table = commands.symbols();
    if (table.isEmpty()) {
      return new KmodInfo.Missing("The slice has no symbol table.");
    }
    Extent entries = table.get().entries(width);
    long names = table.get().namesOffset();
    if (!slice.holds(entries) || names > slice.size()) {
      String explanation =
          "The symbols (%s) or their names (at %d) are not in the slice, which has %d bytes."
              .formatted(entries, names, slice.size());
      flaws.add(new Flaw(Flaw.Kind.SYMBOLS_CUT, explanation));
      return new KmodInfo.Missing(explanation);
    }
    Set<Long> places = new NameSearch(SYMBOL).places(slice, names);
    return places.isEmpty() ? noSymbol() : find(entries, places, slice.size() - names);
  }

  private KmodInfo find(Extent entries, Set<Long> places, long namesSize) throws IOException {
    int entrySize = SymbolTable.entrySize(width);
    int step = SliceBytes.CHUNK / entrySize * entrySize;
    for (long done = 0; done < entries.size(); done += step) {
      ByteBuffer chunk =
          slice.read(entries.offset() + done, (int) Math.min(step, entries.size() - done));
      for (int at = 0; at < chunk.limit(); at += entrySize) {
        long place = Integer.toUnsignedLong(chunk.getInt(at));
        int type = Byte.toUnsignedInt(chunk.get(at + 4));
        if (place == 0 || (type & N_STAB) != 0) {
          continue;
        }
        if (place > namesSize) {
          String explanation = "The name of a symbol is not in the slice.";
          flaws.add(new Flaw(Flaw.Kind.SYMBOLS_CUT, explanation));
          return new KmodInfo.Missing(explanation);
        }
        if (places.contains(place)) {
          Optional<KmodInfo> found = found(chunk.slice(at, entrySize).order(chunk.order()), type);
          if (found.isPresent()) {
            return found.get();
          }
        }
      }
    }
    return noSymbol();
  }

  /** What a symbol of the right name leads to; empty if the next one of that name counts. */
  private Optional<KmodInfo> found(ByteBuffer symbol, int type) throws IOException {
    return switch (type & N_TYPE) {
      case N_SECT -> {
        Optional<Section> section = commands.sections().numbered(Byte.toUnsignedInt(symbol.get(5)));
        yield section.isPresent()
            ? Optional.of(structure(symbol, section.get()))
            : Optional.empty();
      }
      case N_UNDF -> missing("is not defined in the slice");
      case N_ABS -> missing("has a fixed address, not one in a section");
      case N_INDR -> missing("stands for another symbol");
      default -> missing("is of an unknown type");
    };
  }

  private KmodInfo structure(ByteBuffer symbol, Section section) throws IOException {
    boolean isWide = width == Width.BITS_64;
    long value = isWide ? symbol.getLong(8) : Integer.toUnsignedLong(symbol.getInt(8));
    long offset = section.offset() + (value - section.address());
    // kmod_info is packed to 4 bytes: next, info_version, id, name[64], version[64] (mach/kmod.h)
    int nameOffset = isWide ? 16 : 12;
    Extent extent = new Extent(offset, nameOffset + 2 * TEXT);
    if (!slice.holds(extent)) {
      return new KmodInfo.OutsideFile(
          "The structure at %s is not in the slice, which has %d bytes."
              .formatted(Long.toUnsignedString(offset), slice.size()));
    }
    byte[] structure = slice.bytes(offset, nameOffset + 2 * TEXT);
    return new KmodInfo.Read(text(structure, nameOffset), text(structure, nameOffset + TEXT));
  }

  private static String text(byte[] structure, int at) {
    int length = 0;
    while (length < TEXT && structure[at + length] != 0) {
      length++;
    }
    return new String(structure, at, length, UTF_8);
  }

  private static Optional<KmodInfo> missing(String what) {
    return Optional.of(new KmodInfo.Missing("The symbol %s %s.".formatted(SYMBOL, what)));
  }

  private static KmodInfo noSymbol() {
    return new KmodInfo.Missing("The slice has no symbol %s.".formatted(SYMBOL));
  }
}
