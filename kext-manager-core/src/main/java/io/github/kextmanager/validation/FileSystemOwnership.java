package io.github.kextmanager.validation;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads the unix view of the file system. */
record FileSystemOwnership() implements Ownership {
  @Override
  public OwnerAndMode of(Path seen, Path here) throws IOException {
    Map<String, Object> attributes =
        Files.readAttributes(here, "unix:uid,gid,mode", NOFOLLOW_LINKS);
    return new OwnerAndMode(
        number(attributes, "uid"), number(attributes, "gid"), number(attributes, "mode"));
  }

  private static int number(Map<String, Object> attributes, String name) throws IOException {
    if (attributes.get(name) instanceof Integer number) {
      return number;
    }
    throw new IOException("the file system does not tell the " + name);
  }
}
