package io.github.kextmanager.dependency;

import com.google.gson.JsonObject;
import io.github.kextmanager.conformance.RepositoryCase;
import io.github.kextmanager.validation.OwnerAndMode;
import io.github.kextmanager.validation.Ownership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The tree of a case below a folder here, with the owners that it should have. */
final class CaseOnDisk implements Ownership {
  private static final OwnerAndMode USUAL = new OwnerAndMode(0, 0, 0755);
  private static final int OCTAL = 8;

  private final Map<Path, OwnerAndMode> owners = new HashMap<>();

  CaseOnDisk(RepositoryCase repository, Path root) throws IOException {
    Files.createDirectories(root.resolve("System/Library/Extensions"));
    Files.createDirectories(root.resolve("Library/Extensions"));
    for (RepositoryCase.Entry entry : repository.wholeTree()) {
      write(entry, root.resolve(entry.path().substring(1)));
      if (entry.json().has("mode")) {
        owners.put(Path.of(entry.path()), owner(entry.json()));
      }
    }
  }

  private static void write(RepositoryCase.Entry entry, Path here) throws IOException {
    Files.createDirectories(here.getParent());
    switch (entry.type()) {
      case "directory" -> Files.createDirectories(here);
      case "symlink" -> Files.createSymbolicLink(here, Path.of(entry.target()));
      default -> Files.write(here, entry.contents());
    }
  }

  private static OwnerAndMode owner(JsonObject entry) {
    return new OwnerAndMode(
        entry.get("uid").getAsInt(),
        entry.get("gid").getAsInt(),
        Integer.parseInt(entry.get("mode").getAsString(), OCTAL));
  }

  @Override
  public OwnerAndMode of(Path seen, OwnerAndMode onDisk) {
    return owners.getOrDefault(seen, USUAL);
  }
}
