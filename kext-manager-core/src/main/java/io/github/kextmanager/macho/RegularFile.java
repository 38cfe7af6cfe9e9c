package io.github.kextmanager.macho;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import io.github.kextmanager.macho.MachO.Unreadable;
import io.github.kextmanager.macho.MachO.Unreadable.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Opens regular files only, and notices when one changes meanwhile.
 *
 * <p>A pipe is not opened: that could wait for ever. Only if a file turns into a pipe between the
 * look and the opening would it be, and macOS and Linux give Java no way to exclude that.
 */
final class RegularFile {
  private RegularFile() {}

  /** Makes something of the bytes of an open file. */
  @FunctionalInterface
  interface Reading<T> {
    T of(FileBytes file) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @param path the file; a symbolic link is not followed
   * @param reading what to make of its bytes
   * @param otherwise what to make of a file that cannot be read
   */
  static <T> T read(Path path, Reading<T> reading, Function<Unreadable, T> otherwise) {
    try {
      BasicFileAttributes before = look(path);
      if (!before.isRegularFile()) {
        return otherwise.apply(
            unreadable(Fault.NOT_A_FILE, path, "is %s, not a file".formatted(kind(before))));
      }
      T result;
      try (FileChannel channel = FileChannel.open(path, Set.of(READ, NOFOLLOW_LINKS))) {
        result = reading.of(FileBytes.of(channel, before.size()));
      }
      return isSame(before, look(path))
          ? result
          : otherwise.apply(unreadable(Fault.CHANGED, path, "changed while it was read"));
    } catch (NoSuchFileException e) {
      return otherwise.apply(unreadable(Fault.MISSING, path, "does not exist"));
    } catch (AccessDeniedException e) {
      return otherwise.apply(unreadable(Fault.NO_ACCESS, path, "may not be read by this process"));
    } catch (EOFException e) {
      return otherwise.apply(unreadable(Fault.CHANGED, path, "became shorter while it was read"));
    } catch (ClosedByInterruptException e) {
      return otherwise.apply(
          unreadable(
              Fault.READ_FAILED, path, "was not read to the end: the thread was interrupted"));
    } catch (IOException e) {
      return otherwise.apply(
          unreadable(
              Fault.READ_FAILED,
              path,
              "cannot be read: %s".formatted(String.valueOf(e.getMessage()))));
    }
  }

  private static BasicFileAttributes look(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
  }

  private static boolean isSame(BasicFileAttributes before, BasicFileAttributes after) {
    return before.size() == after.size()
        && before.lastModifiedTime().equals(after.lastModifiedTime())
        && Objects.equals(before.fileKey(), after.fileKey());
  }

  private static String kind(BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      return "a folder";
    }
    return attributes.isSymbolicLink() ? "a symbolic link" : "a pipe, a socket or a device";
  }

  private static Unreadable unreadable(Fault fault, Path path, String what) {
    return new Unreadable(fault, "\"%s\" %s.".formatted(path, what));
  }
}
