package io.github.kextmanager.testing.disk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the files of a Mac are kept. Paths are absolute ones of the Mac. */
interface Storage {
  /** Whether there is anything, be it a link that leads nowhere. */
  boolean exists(Path path);

  boolean isLink(Path path);

  /** Whether there is a folder, or a link to one. */
  boolean isFolder(Path path);

  /** Whether there is a regular file, or a link to one. */
  boolean isFile(Path path);

  /** What is in a folder, case-insensitively by name; nothing if it is not there. */
  List<Path> list(Path folder);

  Optional<byte[]> read(Path file);

  /** Writes a file, and the folders that lead to it. */
  void write(Path file, byte[] contents);

  /** Deletes a file or an empty folder, if it is there. */
  void delete(Path path);

  /** Makes a folder, and those that lead to it. */
  void makeFolder(Path folder);

  /** The path with every symbolic link followed; empty if there is no such file. */
  Optional<Path> realPath(Path path);
}
