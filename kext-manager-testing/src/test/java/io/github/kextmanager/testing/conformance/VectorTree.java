package io.github.kextmanager.testing.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.kextmanager.conformance.RepositoryCase;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.Ownership.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the tree of files that a run of the vectors was made in. */
final class VectorTree {
  private VectorTree() {}

  /**
   * Writes one of the trees of the tools, or that of a case of the repositories with a kernel
   * beside it.
   */
  static Disk write(String repository, Path root) {
    var disk = new Disk(() -> root);
    disk.makeFolder(Path.of("/System/Library/Extensions"));
    disk.makeFolder(Path.of("/Library/Extensions"));
    disk.makeFolder(Path.of("/etc"));
    entries(repository).forEach(entry -> write(entry, disk));
    return disk;
  }

  private static Stream<JsonObject> entries(String repository) {
    if (repository.contains("/")) {
      return Stream.concat(
          ofCase(repository).stream().map(RepositoryCase.Entry::json),
          ToolVectors.read("kernel-entry.jsonl").stream());
    }
    return ToolVectors.read("repositories.jsonl").stream()
        .filter(each -> each.get("id").getAsString().equals(repository))
        .flatMap(tree -> tree.getAsJsonArray("tree").asList().stream())
        .map(JsonElement::getAsJsonObject);
  }

  private static List<RepositoryCase.Entry> ofCase(String id) {
    return Objects.requireNonNull(Cases.BY_ID.get(id), id).wholeTree();
  }

  /** Read once, when first needed. */
  private static final class Cases {
    static final Map<String, RepositoryCase> BY_ID =
        RepositoryCase.all().collect(Collectors.toMap(RepositoryCase::id, Function.identity()));
  }

  private static void write(JsonObject entry, Disk disk) {
    Path path = Path.of(entry.get("path").getAsString());
    switch (entry.get("type").getAsString()) {
      case "directory" -> disk.makeFolder(path);
      case "file" -> disk.write(path, contents(entry));
      case "symlink" -> {
        link(disk.real(path), entry.get("target").getAsString());
        return;
      }
      default -> throw new IllegalArgumentException("Neither file, folder nor link: " + entry);
    }
    disk.ownership()
        .changeOwner(path, new Owner(entry.get("uid").getAsInt(), entry.get("gid").getAsInt()));
    disk.ownership().changeMode(path, Integer.parseInt(entry.get("mode").getAsString(), 8));
  }

  private static void link(Path link, String target) {
    try {
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Path.of(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] contents(JsonObject entry) {
    return entry.has("base64")
        ? Base64.getDecoder().decode(entry.get("base64").getAsString())
        : entry.get("text").getAsString().getBytes(UTF_8);
  }
}
