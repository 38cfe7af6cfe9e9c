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
 * closed, or this program ends.
 *
 * <p>Safe for use by multiple threads.
 */
final class TemporaryFolder implements MacFolder {
  private final Consumer<Path> filling;
  private @Nullable Path path;
  private @Nullable Thread atExit;

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
      Path created = create();
      path = created;
      // Whoever forgets to close a Mac must not fill the memory of the machine for good.
      atExit = new Thread(() -> delete(created), "delete " + created);
      Runtime.getRuntime().addShutdownHook(atExit);
      filling.accept(created);
    }
    return path;
  }

  private static Path create() {
    try {
      return TemporaryPlace.ofThisMachine().makeFolder("simulated-mac-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (atExit != null) {
      forget(atExit);
      atExit = null;
    }
    if (path != null) {
      delete(path);
    }
  }

  private static void forget(Thread atExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyOnTheWayOut) {
      // Then it deletes what is left.
    }
  }

  private static void delete(Path path) {
    try {
      if (Files.exists(path)) {
        Files.walkFileTree(path, new Deletion());
      }
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
