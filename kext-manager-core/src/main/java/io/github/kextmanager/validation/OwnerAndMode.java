package io.github.kextmanager.validation;

/**
 * Who owns a file, and who may do what with it.
 *
 * @param user the number of the user; 0 is root
 * @param group the number of the group; 0 is wheel
 * @param mode the mode as {@code stat} gives it, with or without the bits of the kind of file
 */
public record OwnerAndMode(int user, int group, int mode) {
  private static final int PERMISSIONS = 07777;
  private static final int WRITABLE_BY_GROUP_OR_OTHERS = 0022;

  /**
   * Whether it is as macOS wants it for every file of a kext. Bits for reading and running do not
   * matter, nor do set-user-id and the like.
   *
   * @return true if it belongs to root and wheel, and nobody but root may write it
   */
  public boolean isSafe() {
    return user == 0 && group == 0 && (mode & WRITABLE_BY_GROUP_OR_OTHERS) == 0;
  }

  /** Returns the three in a line, such as {@code 501:20 mode 0664}. */
  @Override
  public String toString() {
    return "%d:%d mode %04o".formatted(user, group, mode & PERMISSIONS);
  }
}
