package io.github.kextmanager.bundle;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A file that was looked at and is then read: what is read must be what was looked at, not half of
 * one file and half of another, and not what a link leads to that has taken its place.
 *
 * @param here the path here
 * @param before what it was when it was looked at
 */
record UnchangedFile(Path here, BasicFileAttributes before) {
  /**
   * Reads it.
   *
   * @param limit how many bytes it may have at most
   * @throws IOException if it cannot be read, or has changed since it was looked at
   */
  byte[] bytes(int limit) throws IOException {
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(here, NOFOLLOW_LINKS)) {
      bytes = stream.readNBytes(limit);
    }
    if (!isSame(Files.readAttributes(here, BasicFileAttributes.class, NOFOLLOW_LINKS))) {
      throw new IOException("it changed while it was read");
    }
    return bytes;
  }

  private boolean isSame(BasicFileAttributes after) {
    return before.size() == after.size()
        && before.lastModifiedTime().equals(after.lastModifiedTime())
        && Objects.equals(before.fileKey(), after.fileKey());
  }
}
