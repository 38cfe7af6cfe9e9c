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
record RootedFiles(Path root) {
  /** As many links as macOS follows in one path ({@code MAXSYMLINKS}, xnu bsd/sys/param.h). */
  private static final int MAXIMUM_LINKS = 32;

  private static final Path TOP = Path.of("/");

  /** Where a file as seen on the Mac is here. */
  Path here(Path seen) {
    return root.resolve(TOP.relativize(seen));
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
  Path real(Path seen) throws IOException {
    Deque<Path> names = new ArrayDeque<>();
    seen.forEach(names::add);
    Path reached = TOP;
    int links = 0;
    while (!names.isEmpty()) {
      Path next = step(reached, names.removeFirst());
      if (!isLink(next)) {
        reached = next;
        continue;
      }
      links++;
      if (links > MAXIMUM_LINKS) {
        throw new FileSystemLoopException(seen.toString());
      }
      Path target = Files.readSymbolicLink(here(next));
      for (int i = target.getNameCount() - 1; i >= 0; i--) {
        names.addFirst(target.getName(i));
      }
      reached = target.isAbsolute() ? TOP : reached;
    }
    return reached;
  }

  private static Path step(Path reached, Path name) {
    return switch (name.toString()) {
      case "", "." -> reached;
      case ".." -> reached.getParent() == null ? TOP : reached.getParent();
      default -> reached.resolve(name);
    };
  }

  /** Whether a file is a link. One that cannot be looked at is not one that is missing. */
  private boolean isLink(Path seen) throws IOException {
    try {
      return Files.readAttributes(here(seen), BasicFileAttributes.class, NOFOLLOW_LINKS)
          .isSymbolicLink();
    } catch (NoSuchFileException missing) {
      throw new NoSuchFileException(seen.toString());
    }
  }
}
