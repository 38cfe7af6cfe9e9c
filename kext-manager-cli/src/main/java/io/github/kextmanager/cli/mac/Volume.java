package io.github.kextmanager.cli.mac;

import io.github.kextmanager.cli.answer.UnreadableFileException;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.validation.Ownership;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of a Mac that are looked at without that Mac: those of this machine, those of a simulated
 * one, or those below a folder.
 *
 * @param root the folder below which they are
 * @param owners what the owners and modes that they have here tell of the Mac
 * @param ownership the owners and modes
 */
public record Volume(Path root, Owners owners, Ownership ownership) {
  /** Whose owners the files have. */
  public enum Owners {
    /** Those that they have on the Mac. */
    OF_THE_MAC,
    /** Those of whoever unpacked or built them here. */
    OF_A_COPY
  }

  private static final Path TOP = Path.of("/");

  /**
   * The files that the options choose.
   *
   * @throws UsageException if the options choose a simulated Mac, which has no place here
   * @throws UnreadableFileException if there is no such folder
   */
  public static Volume of(GlobalOptions options) {
    if (options.simulated().isPresent() || options.simulatedFrom().isPresent()) {
      throw new UsageException(
          "This needs no Mac, and no simulated one: --as names the release, --root the folder of"
              + " its files.");
    }
    if (options.mac().isPresent()) {
      StandingHost mac = StandingHost.in(options.mac().get());
      return new Volume(mac.root(), Owners.OF_THE_MAC, mac.ownership());
    }
    Path root = options.root().orElse(TOP);
    if (!Files.isDirectory(root)) {
      throw new UnreadableFileException("--root: " + root + " is no folder.");
    }
    return new Volume(
        root, root.equals(TOP) ? Owners.OF_THE_MAC : Owners.OF_A_COPY, Ownership.ofFileSystem());
  }

  /**
   * The path that a word names, as seen below the root.
   *
   * @throws UsageException if it cannot be one
   */
  public Path path(String word) {
    Path path = PathWord.plain(word);
    if (!root.equals(TOP) && !path.isAbsolute()) {
      throw new UsageException(
          "With --root a path is absolute, as seen from there, not \"" + word + "\".");
    }
    return path.toAbsolutePath().normalize();
  }
}
