package io.github.kextmanager.macho;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a file is, read as Mach-O. */
public sealed interface MachO {
  /** As many slices as the kext library and tools of macOS understand ({@code fat_util.c}). */
  int MAXIMUM_SLICES = 32;

  /**
   * The slice that suits a processor best, by the rules of {@code NXFindBestFatArch}: x86_64 code
   * suits x86_64h. What the slice holds is another question: {@link SliceContent}.
   *
   * @param wanted the processor
   * @return the slice; empty if none will do, if it is said to have no bytes, or if the file is not
   *     Mach-O
   */
  default Optional<FatEntry> bestFor(Cpu wanted) {
    List<FatEntry> entries = entries();
    OptionalInt best = BestCpu.index(wanted, entries.stream().map(FatEntry::cpu).toList());
    return best.stream()
        .mapToObj(entries::get)
        .filter(entry -> entry.extent().size() != 0)
        .findFirst();
  }

  /**
   * The slices: of a fat file its table, of a thin one itself as the only row.
   *
   * @return the slices, in the order of the file; empty if the file is not Mach-O
   */
  List<FatEntry> entries();

  /**
   * The names of the architectures as the kext tools of macOS list them: from the headers of the
   * slices, in the order of the file, and no further than the first slice that is not in the file
   * or has no name ({@code OSKextCopyArchitectures}, IOKitUser-1726.140.1).
   *
   * @return the names, such as {@code x86_64}
   */
  default List<String> architectureNames() {
    List<String> names = new ArrayList<>();
    for (FatEntry entry : entries()) {
      Optional<String> name =
          entry.content() instanceof SliceContent.Code code
              ? code.slice().cpu().name()
              : Optional.empty();
      if (name.isEmpty()) {
        break;
      }
      names.add(name.get());
    }
    return List.copyOf(names);
  }

  /**
   * Whether the kext library of macOS (up to 10.15) can tell the architectures of this file: it
   * knows thin files and 32-bit fat tables, and nothing of 64-bit ones ({@code fat_util.c}).
   *
   * @return whether it can; false if the file is not Mach-O
   */
  boolean isKnownToKextLibrary();

  /**
   * Code for one kind of processor.
   *
   * @param slice the code
   */
  record Thin(Slice slice) implements MachO {
    @Override
    public List<FatEntry> entries() {
      return List.of(new FatEntry(slice.cpu(), slice.extent(), 0, new SliceContent.Code(slice)));
    }

    @Override
    public boolean isKnownToKextLibrary() {
      return true;
    }
  }

  /**
   * Code for several kinds of processors, or for one, behind a table.
   *
   * @param width how wide the offsets in the table are
   * @param entries the table
   * @param flaws what cannot be right about the table; each slice has flaws of its own
   */
  record Fat(Width width, List<FatEntry> entries, List<Flaw> flaws) implements MachO {
    /** Copies the lists. */
    public Fat {
      entries = List.copyOf(entries);
      flaws = List.copyOf(flaws);
    }

    @Override
    public boolean isKnownToKextLibrary() {
      return width == Width.BITS_32;
    }
  }

  /**
   * Something else.
   *
   * @param reason of which kind
   * @param explanation a sentence about what was found
   */
  record NotMachO(Reason reason, String explanation) implements MachO {
    /** The kinds. */
    public enum Reason {
      /** A file of no bytes. */
      EMPTY,
      /** Fewer bytes than any header has, or a Mach-O header that is cut off. */
      TOO_SHORT,
      /** It does not begin as Mach-O files do: text, or another format. */
      OTHER_FORMAT,
      /** A fat file whose table is cut off, or claims more slices than are ever read. */
      BAD_TABLE
    }

    @Override
    public List<FatEntry> entries() {
      return List.of();
    }

    @Override
    public boolean isKnownToKextLibrary() {
      return false;
    }
  }

  /**
   * A file that could not be read to the end, or that must not be.
   *
   * @param fault why
   * @param explanation a sentence that names the file
   */
  record Unreadable(Fault fault, String explanation) implements MachO {
    /** The causes. */
    public enum Fault {
      /** There is no such file. */
      MISSING,
      /** A folder, a link, a pipe, a device: it was not opened. */
      NOT_A_FILE,
      /** This process may not read it. */
      NO_ACCESS,
      /** It changed while it was read. */
      CHANGED,
      /** Reading failed. */
      READ_FAILED
    }

    @Override
    public List<FatEntry> entries() {
      return List.of();
    }

    @Override
    public boolean isKnownToKextLibrary() {
      return false;
    }
  }
}
