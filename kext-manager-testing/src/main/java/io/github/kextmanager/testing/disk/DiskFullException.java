package io.github.kextmanager.testing.disk;

import java.nio.file.Path;

/** There is no room on the disk of the Mac. */
public final class DiskFullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DiskFullException(Path path) {
    super(path + ": No space left on device");
  }
}
