package io.github.kextmanager.testing.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The files of a Mac as long as nobody outside has asked for them: they are kept in memory, since
 * writing and deleting them takes longer than all the rest of a short test.
 *
 * <p>Not safe for use by multiple threads.
 */
public final class Draft implements Storage {
  private static final Path TOP = Path.of("/");

  private final Consumer<Draft> filling;
  private final Map<Path, byte[]> files = new HashMap<>();
  private final Map<Path, NavigableSet<Path>> folders = new HashMap<>();
  private Progress progress = Progress.EMPTY;
  private long revision;

  private enum Progress {
    EMPTY,
    FILLED,
    WRITTEN
  }

  /**
   * A draft.
   *
   * @param filling puts into it what belongs there, when somebody first looks
   */
  public Draft(Consumer<Draft> filling) {
    this.filling = filling;
  }

  /** A disk that has no draft: its files are where they are. */
  static Draft none() {
    var draft = new Draft(empty -> {});
    draft.progress = Progress.WRITTEN;
    return draft;
  }

  /** Whether the files are here and nowhere else. */
  boolean holdsFiles() {
    if (progress == Progress.EMPTY) {
      progress = Progress.FILLED;
      folders.put(TOP, noEntries());
      filling.accept(this);
    }
    return progress == Progress.FILLED;
  }

  /**
   * Writes all files below a folder of the real machine, where they are from then on.
   *
   * @param root an existing folder
   */
  public void writeTo(Path root) {
    if (!holdsFiles()) {
      return;
    }
    progress = Progress.WRITTEN;
    try {
      // In the order of their paths, a folder comes before those inside it.
      for (Path folder : new TreeSet<>(folders.keySet())) {
        if (!folder.equals(TOP)) {
          Files.createDirectory(root.resolve(TOP.relativize(folder).toString()));
        }
      }
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Files.write(root.resolve(TOP.relativize(file.getKey()).toString()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.clear();
    folders.clear();
  }

  long revision() {
    return revision;
  }

  @Override
  public boolean exists(Path path) {
    return isFolder(path) || isFile(path);
  }

  /** Nobody could make one yet. */
  @Override
  public boolean isLink(Path path) {
    return false;
  }

  @Override
  public boolean isFolder(Path path) {
    return folders.containsKey(path.normalize());
  }

  @Override
  public boolean isFile(Path path) {
    return files.containsKey(path.normalize());
  }

  @Override
  public List<Path> list(Path folder) {
    Set<Path> entries = folders.get(folder.normalize());
    return entries == null ? List.of() : List.copyOf(entries);
  }

  @Override
  public Optional<byte[]> read(Path file) {
    return Optional.ofNullable(files.get(file.normalize()));
  }

  @Override
  public void write(Path file, byte[] contents) {
    revision++;
    Path normal = file.normalize();
    if (files.put(normal, contents.clone()) == null) {
      enter(normal);
    }
  }

  @Override
  public void delete(Path path) {
    revision++;
    Path normal = path.normalize();
    boolean there = files.remove(normal) != null || folders.remove(normal) != null;
    if (there) {
      entries(parent(normal)).remove(normal);
    }
  }

  @Override
  public void makeFolder(Path folder) {
    Path normal = folder.normalize();
    if (!folders.containsKey(normal)) {
      revision++;
      folders.put(normal, noEntries());
      enter(normal);
    }
  }

  @Override
  public Optional<Path> realPath(Path path) {
    return Optional.of(path.normalize()).filter(this::exists);
  }

  private void enter(Path entry) {
    makeFolder(parent(entry));
    entries(parent(entry)).add(entry);
  }

  private Set<Path> entries(Path folder) {
    return folders.computeIfAbsent(folder, any -> noEntries());
  }

  private static NavigableSet<Path> noEntries() {
    return new TreeSet<>(FolderOrder.BY_NAME);
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? TOP : parent;
  }
}
