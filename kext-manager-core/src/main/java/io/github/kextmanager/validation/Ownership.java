package io.github.kextmanager.validation;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Who owns a file, and who may do what with it. A Mac whose files are below a folder here may
 * answer from elsewhere than the file system.
 */
@FunctionalInterface
public interface Ownership {
  /**
   * The owner and the mode of a file.
   *
   * @param seen its path as seen on the Mac, without links
   * @param here the same file here
   * @return the owner and the mode
   * @throws IOException if it cannot be looked at
   */
  OwnerAndMode of(Path seen, Path here) throws IOException;

  /**
   * As the file system here says it.
   *
   * @return the ownership of the files as they are
   */
  static Ownership ofFileSystem() {
    return new FileSystemOwnership();
  }
}
