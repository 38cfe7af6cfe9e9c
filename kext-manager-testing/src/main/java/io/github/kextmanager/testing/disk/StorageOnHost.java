package io.github.kextmanager.testing.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of a Mac that are files of the real machine.
 *
 * @param files where each is there
 */
record StorageOnHost(FileLookUp files) implements Storage {
  private static final Path TOP = Path.of("/");

  @Override
  public boolean exists(Path path) {
    return Files.exists(files.real(path), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public boolean isLink(Path path) {
    return Files.isSymbolicLink(files.real(path));
  }

  @Override
  public boolean isFolder(Path path) {
    return Files.isDirectory(files.real(path));
  }

  @Override
  public boolean isFile(Path path) {
    return Files.isRegularFile(files.real(path));
  }

  @Override
  public List<Path> list(Path folder) {
    if (!isFolder(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(files.real(folder))) {
      return entries
          .map(entry -> folder.resolve(entry.getFileName().toString()))
          .sorted(FolderOrder.BY_NAME)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<byte[]> read(Path file) {
    if (!isFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(files.real(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(Path file, byte[] contents) {
    try {
      Path real = files.real(file);
      Files.createDirectories(real.getParent());
      Files.write(real, contents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void delete(Path path) {
    try {
      Files.deleteIfExists(files.real(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void makeFolder(Path folder) {
    try {
      Files.createDirectories(files.real(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Follows links that stay below the root; what lies beside the Mac is where it is. */
  @Override
  public Optional<Path> realPath(Path path) {
    try {
      Path resolved = files.real(path).toRealPath();
      if (resolved.startsWith(files.root())) {
        return Optional.of(TOP.resolve(files.root().relativize(resolved).toString()));
      }
      return Optional.of(files.isInside(path) ? path : resolved);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
