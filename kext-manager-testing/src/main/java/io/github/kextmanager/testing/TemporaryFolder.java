package io.github.kextmanager.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is made and filled when somebody first asks for it, and is there until it is
 * closed.
 *
 * <p>Safe for use by multiple threads.
 */
final class TemporaryFolder implements MacFolder {
  private final Consumer<Path> filling;
  private @Nullable Path path;

  /**
   * A folder that nobody has asked for yet.
   *
   * @param filling puts into the new folder what belongs there
   */
  TemporaryFolder(Consumer<Path> filling) {
    this.filling = filling;
  }

  @Override
  public synchronized Path path() {
    if (path == null) {
      path = create();
      filling.accept(path);
    }
    return path;
  }

  private static Path create() {
    try {
      return Files.createTempDirectory("simulated-mac-").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (path == null || !Files.exists(path)) {
      return;
    }
    try {
      Files.walkFileTree(path, new Deletion());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
