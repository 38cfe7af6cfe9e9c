package io.github.kextmanager.testing.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.Ownership.Owner;
import java.nio.file.Path;
import java.util.Base64;

/** Writes the tree of files that a run of the vectors was made in. */
final class VectorTree {
  private VectorTree() {}

  static Disk write(String repository, Path root) {
    JsonObject tree =
        ToolVectors.read("repositories.jsonl").stream()
            .filter(each -> each.get("id").getAsString().equals(repository))
            .findFirst()
            .orElseThrow();
    var disk = new Disk(() -> root);
    disk.makeFolder(Path.of("/System/Library/Extensions"));
    disk.makeFolder(Path.of("/Library/Extensions"));
    disk.makeFolder(Path.of("/etc"));
    tree.getAsJsonArray("tree").forEach(entry -> write(entry.getAsJsonObject(), disk));
    return disk;
  }

  private static void write(JsonObject entry, Disk disk) {
    Path path = Path.of(entry.get("path").getAsString());
    switch (entry.get("type").getAsString()) {
      case "directory" -> disk.makeFolder(path);
      case "file" -> disk.write(path, contents(entry));
      default -> throw new IllegalArgumentException("Not a file or folder: " + entry);
    }
    disk.ownership()
        .changeOwner(path, new Owner(entry.get("uid").getAsInt(), entry.get("gid").getAsInt()));
    disk.ownership().changeMode(path, Integer.parseInt(entry.get("mode").getAsString(), 8));
  }

  private static byte[] contents(JsonObject entry) {
    return entry.has("base64")
        ? Base64.getDecoder().decode(entry.get("base64").getAsString())
        : entry.get("text").getAsString().getBytes(UTF_8);
  }
}
