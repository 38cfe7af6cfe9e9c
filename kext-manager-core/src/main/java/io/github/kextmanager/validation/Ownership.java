package io.github.kextmanager.validation;

import java.nio.file.Path;

/**
 * Who owns a file of the Mac, and who may do what with it. The files of a Mac that are in a folder
 * here need not have the owners here that they have there.
 *
 * <p>Implementations used on several threads must be thread-safe.
 */
@FunctionalInterface
public interface Ownership {
  /**
   * What counts for a file.
   *
   * @param seen its path as seen on the Mac, without links
   * @param onDisk the owner and the mode that the file has here
   * @return the owner and the mode that it has on the Mac
   */
  OwnerAndMode of(Path seen, OwnerAndMode onDisk);

  /**
   * What the file system here says.
   *
   * @return the owners and modes as they are
   */
  static Ownership ofFileSystem() {
    return (seen, onDisk) -> onDisk;
  }
}
