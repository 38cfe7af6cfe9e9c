package io.github.kextmanager.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where temporary folders are made: in memory, as far as there is a file system for that and room
 * in it, since a disk takes several times as long for many small files. Who names another {@code
 * java.io.tmpdir} than the usual one has it.
 *
 * @param memory where Linux has a file system in memory, for everybody (shm_open(3))
 * @param temporary the value of {@code java.io.tmpdir}
 * @param room how many bytes must be free in memory
 */
record TemporaryPlace(Path memory, Path temporary, long room) {
  /**
   * A fresh Mac takes half a megabyte; the rest is for what a test puts there, and for others. The
   * 64 megabytes that a container has unless it asks for more are not enough.
   */
  private static final long ROOM = 256L << 20;

  private static final Path USUAL = Path.of("/tmp");

  static TemporaryPlace ofThisMachine() {
    return new TemporaryPlace(
        Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")), ROOM);
  }

  /** Makes a folder that only this user may look into. */
  Path makeFolder(String prefix) throws IOException {
    if (isMemoryFit()) {
      try {
        return Files.createTempDirectory(memory, prefix).toRealPath();
      } catch (IOException notThere) {
        // Whatever forbids it, the disk is there.
      }
    }
    return Files.createTempDirectory(temporary, prefix).toRealPath();
  }

  private boolean isMemoryFit() {
    return temporary.equals(USUAL)
        && Files.isDirectory(memory)
        && Files.isWritable(memory)
        && memory.toFile().getUsableSpace() >= room;
  }
}
