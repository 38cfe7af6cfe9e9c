package io.github.kextmanager.conformance;

import com.google.gson.JsonObject;
import io.github.kextmanager.validation.OwnerAndMode;
import io.github.kextmanager.validation.Ownership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The tree of a case, written below a folder; whose files they are is told apart from it. */
public record RepositoryTree(Path root, RepositoryCase repository) {
  private static final int STANDARD = 0755;

  /** Writes it. */
  public RepositoryTree write() throws IOException {
    for (RepositoryCase.Entry entry : repository.wholeTree()) {
      Path here = root.resolve(entry.path().substring(1));
      Files.createDirectories(here.getParent());
      switch (entry.type()) {
        case "directory" -> Files.createDirectories(here);
        case "symlink" -> Files.createSymbolicLink(here, Path.of(entry.target()));
        default -> Files.write(here, entry.contents());
      }
    }
    return this;
  }

  /** The owners and modes that the case names; root and wheel own all else. */
  public Ownership ownership() {
    Map<Path, OwnerAndMode> owners = new HashMap<>();
    for (RepositoryCase.Entry entry : repository.wholeTree()) {
      JsonObject json = entry.json();
      if (entry.type().equals("symlink")) {
        continue;
      }
      owners.put(
          Path.of(entry.path()),
          new OwnerAndMode(
              json.get("uid").getAsInt(),
              json.get("gid").getAsInt(),
              Integer.parseInt(json.get("mode").getAsString(), 8)));
    }
    return (seen, onDisk) -> owners.getOrDefault(seen, new OwnerAndMode(0, 0, STANDARD));
  }
}
