package io.github.kextmanager.validation;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What {@code lstat} says of a file, in one look.
 *
 * @param owner who owns it, and its mode with the bits of its kind
 */
record FileStatus(OwnerAndMode owner) {
  private static final int KIND = 0170000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;

  /**
   * Looks at a file, and follows no link.
   *
   * @throws IOException if it cannot be looked at, or the file system here knows no owners
   */
  static FileStatus of(Path here) throws IOException {
    try {
      Map<String, Object> attributes =
          Files.readAttributes(here, "unix:uid,gid,mode", NOFOLLOW_LINKS);
      return new FileStatus(
          new OwnerAndMode(
              number(attributes, "uid"), number(attributes, "gid"), number(attributes, "mode")));
    } catch (UnsupportedOperationException unknown) {
      throw new IOException("the file system here knows no owners", unknown);
    }
  }

  private static int number(Map<String, Object> attributes, String name) throws IOException {
    if (attributes.get(name) instanceof Integer number) {
      return number;
    }
    throw new IOException("the file system here does not tell the " + name);
  }

  boolean isFolder() {
    return (owner.mode() & KIND) == FOLDER;
  }

  boolean isLink() {
    return (owner.mode() & KIND) == LINK;
  }
}
