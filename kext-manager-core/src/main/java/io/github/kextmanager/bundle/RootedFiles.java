package io.github.kextmanager.bundle;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The files of a Mac whose root is some folder here.
 *
 * <p>A path as seen on the Mac is absolute. A symbolic link is followed as the Mac would follow it:
 * an absolute target begins at the root again, and {@code ..} at the root stays there, so no link
 * leads out of it.
 *
 * @param root the folder
 */
public record RootedFiles(Path root) {
  /** As many links as macOS follows in one path ({@code MAXSYMLINKS}, xnu bsd/sys/param.h). */
  private static final int MAXIMUM_LINKS = 32;

  private static final Path TOP = Path.of("/");

  /**
   * A file where it really is.
   *
   * @param path its path as seen on the Mac, without links
   * @param attributes what it is; never a link
   */
  public record Found(Path path, BasicFileAttributes attributes) {}

  /**
   * Where a file as seen on the Mac is here. No link in the path is followed.
   *
   * @param seen an absolute path as seen on the Mac
   * @return the path here
   */
  public Path here(Path seen) {
    return root.equals(TOP) ? seen : root.resolve(TOP.relativize(seen));
  }

  /**
   * The path of a file with all links followed.
   *
   * @param seen an absolute path as seen on the Mac
   * @return the path of the same file as seen on the Mac, without links
   * @throws NoSuchFileException if a part of it does not exist
   * @throws FileSystemLoopException if there are too many links
   * @throws IOException if a part of it cannot be looked at
   */
  public Path real(Path seen) throws IOException {
    return find(TOP, seen).path();
  }

  /**
   * Finds a file from a folder on, with all links followed. Nothing is looked at that leads to the
   * folder.
   *
   * @param folder an absolute path as seen on the Mac, without links
   * @param path the path from there on
   * @return the file
   * @throws NoSuchFileException if a part of the path does not exist
   * @throws FileSystemLoopException if there are too many links
   * @throws IOException if a part of it cannot be looked at
   */
  public Found find(Path folder, Path path) throws IOException {
    Deque<Path> names = new ArrayDeque<>();
    path.forEach(names::add);
    Found reached = null;
    Path here = folder;
    int links = 0;
    while (!names.isEmpty()) {
      Path next = step(here, names.removeFirst());
      Found found = look(next);
      if (!found.attributes().isSymbolicLink()) {
        here = next;
        reached = found;
        continue;
      }
      links++;
      if (links > MAXIMUM_LINKS) {
        throw new FileSystemLoopException(folder.resolve(path).toString());
      }
      Path target = Files.readSymbolicLink(here(next));
      for (int i = target.getNameCount() - 1; i >= 0; i--) {
        names.addFirst(target.getName(i));
      }
      here = target.isAbsolute() ? TOP : here;
      reached = null;
    }
    return reached == null ? look(here) : reached;
  }

  private static Path step(Path reached, Path name) {
    return switch (name.toString()) {
      case "", "." -> reached;
      case ".." -> reached.getParent() == null ? TOP : reached.getParent();
      default -> reached.resolve(name);
    };
  }

  /** What a file is, perhaps a link. One that cannot be looked at is not one that is missing. */
  private Found look(Path seen) throws IOException {
    try {
      return new Found(
          seen, Files.readAttributes(here(seen), BasicFileAttributes.class, NOFOLLOW_LINKS));
    } catch (NoSuchFileException missing) {
      throw new NoSuchFileException(seen.toString());
    }
  }
}
