package io.github.kextmanager.macho;

import io.github.kextmanager.macho.MachO.NotMachO;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Reads what a file holds: architectures, identity, {@code _kmod_info}, the place of the signature.
 *
 * <p>Not the whole file is read: its beginning, the load commands, the symbols and their names. The
 * signature itself is read by {@link CodeSignatureReader}.
 */
public final class MachOReader {
  private MachOReader() {}

  /**
   * Reads a file.
   *
   * @param file the file, all links on the way to it followed: a link is not read
   * @return what it is; never an exception, whatever the file is
   */
  public static MachO read(Path file) {
    return RegularFile.read(file, MachOReader::read, unreadable -> unreadable);
  }

  /**
   * Reads bytes.
   *
   * @param bytes those of a whole file
   * @return what they are
   */
  public static MachO read(byte[] bytes) {
    try {
      return read(FileBytes.of(bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException("Bytes in memory can be read.", impossible);
    }
  }

  static MachO read(FileBytes file) throws IOException {
    if (file.size() == 0) {
      return new NotMachO(NotMachO.Reason.EMPTY, "The file is empty.");
    }
    if (file.size() < Integer.BYTES) {
      return new NotMachO(
          NotMachO.Reason.TOO_SHORT, "The file has %d bytes only.".formatted(file.size()));
    }
    Magic magic = Magic.of(file.read(0, Integer.BYTES));
    return switch (magic) {
      case FAT, FAT_64 -> FatReader.read(file, magic.width());
      case OTHER ->
          new NotMachO(
              NotMachO.Reason.OTHER_FORMAT,
              "The file does not begin as Mach-O files do, but with %s."
                  .formatted(Magic.shown(file.read(0, Integer.BYTES))));
      default -> thin(file);
    };
  }

  private static MachO thin(FileBytes file) throws IOException {
    SliceContent content = SliceReader.read(file, new Extent(0, file.size()));
    if (content instanceof SliceContent.Code code) {
      return new MachO.Thin(code.slice());
    }
    return new NotMachO(
        NotMachO.Reason.TOO_SHORT,
        "The file is cut off in its Mach-O header: it has %d bytes.".formatted(file.size()));
  }
}
