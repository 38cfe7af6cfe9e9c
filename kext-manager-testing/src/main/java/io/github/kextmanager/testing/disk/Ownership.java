package io.github.kextmanager.testing.disk;

import java.nio.file.Path;

/** Who owns the files of the Mac, and their modes. */
public interface Ownership {

  /**
   * An owner and a group.
   *
   * @param uid the user
   * @param gid the group
   */
  record Owner(int uid, int gid) {
    /** root:wheel. */
    public static final Owner ROOT_WHEEL = new Owner(0, 0);

    /**
     * Whether it is root:wheel.
     *
     * @return true if both numbers are 0
     */
    public boolean isRootWheel() {
      return uid == 0 && gid == 0;
    }
  }

  /**
   * What was changed, as plain data.
   *
   * @return the changes, by path
   */
  OwnershipState state();

  /**
   * Takes the place of another one.
   *
   * @param state what was changed in the other one
   */
  void restore(OwnershipState state);

  /**
   * Changes the owner of one file or folder, as chown(8) without {@code -R}.
   *
   * @param path an absolute path of the Mac
   * @param owner the owner and group
   */
  void changeOwner(Path path, Owner owner);

  /**
   * Changes the mode of one file or folder, as chmod(1) without {@code -R}.
   *
   * @param path an absolute path of the Mac
   * @param mode the mode bits
   */
  void changeMode(Path path, int mode);

  /**
   * The owner of a file or folder.
   *
   * @param path an absolute path of the Mac
   * @return the owner and group
   */
  Owner owner(Path path);

  /**
   * The mode of a file or folder.
   *
   * @param path an absolute path of the Mac
   * @return the mode bits, without those of the kind of file
   */
  int mode(Path path);

  /**
   * Whether others than the owner may write to it.
   *
   * @param path an absolute path of the Mac
   * @return true if its group or everybody may
   */
  default boolean isWritableByOthers(Path path) {
    return (mode(path) & 022) != 0;
  }
}
