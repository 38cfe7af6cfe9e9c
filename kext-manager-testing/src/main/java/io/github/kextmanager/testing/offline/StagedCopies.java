package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.disk.Disk;
import java.nio.file.Path;

/**
 * The protected copies of kexts, as a whole (kext_tools, staging.m).
 *
 * @param disk the disk
 */
record StagedCopies(Disk disk) {
  private static final Path COPIES = Path.of("/Library/StagedExtensions");
  private static final Path ROOT = Path.of("/");

  /** Deletes all of them. */
  void clear() {
    disk.list(COPIES).forEach(this::delete);
  }

  /** Deletes those whose kexts are gone. */
  void prune() {
    disk.list(COPIES).forEach(this::prune);
  }

  private void prune(Path copy) {
    if (!copy.toString().endsWith(".kext")) {
      disk.list(copy).forEach(this::prune);
    } else if (!disk.isFolder(ROOT.resolve(COPIES.relativize(copy)))) {
      delete(copy);
    }
  }

  private void delete(Path path) {
    disk.list(path).forEach(this::delete);
    disk.delete(path);
  }
}
