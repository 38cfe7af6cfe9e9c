package io.github.kextmanager.testing.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What paths of this machine are called on a Mac that stands in one of its folders. */
public final class MacPaths {
  private static final Path TOP = Path.of("/");

  private final Path folder;

  /**
   * The paths of a Mac.
   *
   * @param folder the folder that is {@code /} there
   */
  public MacPaths(Path folder) {
    this.folder = folder;
  }

  /**
   * An argument of a tool, as the Mac sees it. Absolute paths are the Mac's own; only what leads
   * into its folder by a path of this machine, on its own or behind {@code --option=}, is called
   * what it is called there.
   *
   * @param word the argument
   * @param directory the working directory, an absolute path of this machine
   * @return the argument for the Mac
   */
  public String argument(String word, Path directory) {
    int equals = word.startsWith("-") ? word.indexOf('=') + 1 : 0;
    String text = word.substring(equals);
    if (text.indexOf('/') < 0 || text.length() == 1) {
      return word;
    }
    boolean absolute = text.startsWith("/");
    if (!absolute && (word.startsWith("-") || inside(directory.toString()).isPresent())) {
      return word;
    }
    String onThisMachine = absolute ? text : directory + "/" + text;
    return word.substring(0, equals)
        + inside(onThisMachine).map(path -> like(text, path)).orElse(text);
  }

  /**
   * A working directory, as the Mac sees it: what lies outside its folder has the same path there.
   *
   * @param directory an absolute path of this machine
   * @return an absolute path of the Mac
   */
  public Path workingDirectory(Path directory) {
    return inside(directory.toString()).orElse(directory);
  }

  /** The path from the folder on, if one of the folders that lead to it is that folder. */
  private Optional<Path> inside(String text) {
    Path path;
    try {
      path = Path.of(text);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    for (@Nullable Path parent = path; parent != null; parent = parent.getParent()) {
      if (!parent.equals(TOP) && isFolder(parent)) {
        return Optional.of(TOP.resolve(parent.relativize(path)));
      }
    }
    return Optional.empty();
  }

  private boolean isFolder(Path path) {
    try {
      return path.equals(folder) || (Files.exists(path) && Files.isSameFile(path, folder));
    } catch (IOException e) {
      return false;
    }
  }

  /** Tools print a path as they were given it, with a slash at its end. */
  private static String like(String given, Path path) {
    return given.endsWith("/") && !path.equals(TOP) ? path + "/" : path.toString();
  }
}
