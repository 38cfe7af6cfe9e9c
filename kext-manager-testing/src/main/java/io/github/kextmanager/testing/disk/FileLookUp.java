package io.github.kextmanager.testing.disk;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds where a file of the Mac lies on the real machine: below the root, or at the same path.
 *
 * <p>Where both have it, or neither, the one decides that has more of the folders that lead to it;
 * if that is the same, what is shown goes before what is the Mac's own.
 */
final class FileLookUp {
  private static final Path TOP = Path.of("/");

  /** No other system has them, unless by mistake, which must not grow. */
  private static final Set<String> OF_THE_MAC =
      Set.of("Applications", "Library", "System", "Users", "Volumes", "private");

  private final Supplier<Path> root;
  private final HostFiles host;

  FileLookUp(Supplier<Path> root, HostFiles host) {
    this.root = root;
    this.host = host;
  }

  FileLookUp forCopying() {
    return host == HostFiles.HIDDEN ? new FileLookUp(root, HostFiles.FOR_COPYING) : this;
  }

  Path root() {
    return root.get();
  }

  /** Where a file is, or would be made. */
  Path real(Path path) {
    Path beside = path.normalize();
    Path inside = inside(beside);
    if (host == HostFiles.HIDDEN || (host == HostFiles.FOR_COPYING && isAlwaysOfTheMac(beside))) {
      return inside;
    }
    boolean shown = host == HostFiles.SHOWN;
    if (isThere(shown ? beside : inside)) {
      return shown ? beside : inside;
    }
    int names = present(inside, root()) - present(beside, TOP);
    return names > 0 || (names == 0 && !shown) ? inside : beside;
  }

  /** Whether that is below the root, be it under another name. */
  boolean isInside(Path path) {
    Path real = real(path);
    Path inside = inside(path.normalize());
    try {
      return real.equals(inside)
          || (Files.exists(inside) && Files.exists(real) && Files.isSameFile(real, inside));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAlwaysOfTheMac(Path path) {
    return path.getNameCount() > 0 && OF_THE_MAC.contains(path.getName(0).toString());
  }

  private Path inside(Path normal) {
    return root().resolve(TOP.relativize(normal).toString());
  }

  /** How many of the folders that lead to it are there. */
  private static int present(Path real, Path top) {
    int names = real.getNameCount();
    while (names > top.getNameCount() && !isThere(TOP.resolve(real.subpath(0, names)))) {
      names--;
    }
    return names - top.getNameCount();
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, NOFOLLOW_LINKS);
  }
}
