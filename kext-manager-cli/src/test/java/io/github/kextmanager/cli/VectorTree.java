package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** Writes the tree of a vector with its owners and modes, which takes root. */
final class VectorTree {
  private static final JsonObject BASES = ConformanceVectors.readOne("repositories/bases.json");
  private static final int OCTAL = 8;

  private VectorTree() {}

  static void write(JsonObject vector, Path root) throws IOException {
    List<JsonObject> entries = writeFiles(vector, root);
    Collections.reverse(entries);
    for (JsonObject entry : entries) {
      own(entry, here(entry, root));
    }
  }

  /** The files alone, which anybody can write. */
  static List<JsonObject> writeFiles(JsonObject vector, Path root) throws IOException {
    Files.createDirectories(root.resolve("System/Library/Extensions"));
    Files.createDirectories(root.resolve("Library/Extensions"));
    List<JsonObject> entries = new ArrayList<>();
    if (!vector.get("base").isJsonNull()) {
      add(BASES.get(vector.get("base").getAsString()), entries);
    }
    add(vector.get("tree"), entries);
    for (JsonObject entry : entries) {
      make(entry, here(entry, root));
    }
    return entries;
  }

  private static void add(JsonElement tree, List<JsonObject> entries) {
    tree.getAsJsonArray().forEach(entry -> entries.add(entry.getAsJsonObject()));
  }

  private static Path here(JsonObject entry, Path root) {
    return root.resolve(entry.get("path").getAsString().substring(1));
  }

  private static void make(JsonObject entry, Path here) throws IOException {
    Files.createDirectories(here.getParent());
    switch (entry.get("type").getAsString()) {
      case "directory" -> Files.createDirectories(here);
      case "symlink" -> Files.createSymbolicLink(here, Path.of(entry.get("target").getAsString()));
      default -> Files.write(here, contents(entry));
    }
  }

  private static byte[] contents(JsonObject entry) {
    return entry.has("text")
        ? entry.get("text").getAsString().getBytes(UTF_8)
        : Base64.getDecoder().decode(entry.get("base64").getAsString());
  }

  /** The owner first: to change it clears bits of the mode. */
  private static void own(JsonObject entry, Path here) throws IOException {
    if (entry.has("uid")) {
      Files.setAttribute(here, "unix:uid", entry.get("uid").getAsInt(), LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(here, "unix:gid", entry.get("gid").getAsInt(), LinkOption.NOFOLLOW_LINKS);
    }
    if (entry.has("mode") && !Files.isSymbolicLink(here)) {
      int mode = Integer.parseInt(entry.get("mode").getAsString(), OCTAL);
      Files.setAttribute(here, "unix:mode", mode);
    }
  }
}
