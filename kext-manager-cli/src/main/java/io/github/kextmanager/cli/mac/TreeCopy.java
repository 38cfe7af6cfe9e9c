package io.github.kextmanager.cli.mac;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.kextmanager.cli.grammar.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies a file, or a folder with all that is in it; symbolic links as such. */
final class TreeCopy {
  private TreeCopy() {}

  /** Copies what is there; if nothing is there, nothing. */
  static void copy(Path from, Path to) {
    if (!Files.exists(from, NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(from)) {
      List<Path> entries = walk.toList();
      Files.createDirectories(to.getParent());
      for (Path entry : entries) {
        Path target = to.resolve(from.relativize(entry).toString());
        if (!Files.isDirectory(entry, NOFOLLOW_LINKS) || !Files.isDirectory(target)) {
          Files.copy(entry, target, REPLACE_EXISTING, NOFOLLOW_LINKS);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException("--root: " + from + " cannot be copied: " + e.getMessage());
    }
  }
}
