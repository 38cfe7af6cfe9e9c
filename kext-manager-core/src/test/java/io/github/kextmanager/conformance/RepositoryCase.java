package io.github.kextmanager.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One tree of kexts and what Apple's library made of it. */
public record RepositoryCase(JsonObject json) {
  private static final List<String> CATEGORIES =
      List.of(
          "bad-version",
          "basic",
          "dependencies",
          "executable",
          "executable-i386",
          "i386",
          "kernel-resource",
          "length",
          "missing-key",
          "multiple-versions",
          "no-kernel",
          "permissions",
          "personalities",
          "plist-format",
          "plugins",
          "random",
          "required",
          "wrong-value");

  /** A file, folder or link of a tree. */
  public record Entry(JsonObject json) {
    public String path() {
      return json.get("path").getAsString();
    }

    public String type() {
      return json.get("type").getAsString();
    }

    public String target() {
      return json.get("target").getAsString();
    }

    public byte[] contents() {
      return json.has("text")
          ? json.get("text").getAsString().getBytes(UTF_8)
          : Base64.getDecoder().decode(json.get("base64").getAsString());
    }
  }

  /** What one or more releases answered. */
  public record Answer(JsonObject json) {
    /** The releases of IOKitUser. */
    public List<String> sources() {
      return strings(json.get("sources"));
    }

    public boolean died() {
      return result().has("processDied");
    }

    public JsonObject result() {
      return json.getAsJsonObject("result");
    }

    public List<String> opened() {
      return strings(result().get("opened"));
    }

    /** What it says of each kext that it opened. */
    public List<JsonObject> kexts() {
      return elements(result().get("kexts")).map(JsonElement::getAsJsonObject).toList();
    }

    public String scanMessages() {
      return result().get("scanMessages").getAsString();
    }
  }

  public static Stream<RepositoryCase> all() {
    return CATEGORIES.stream().flatMap(RepositoryCase::ofCategory);
  }

  public static Stream<RepositoryCase> ofCategory(String category) {
    return ConformanceVectors.read("repositories/" + category + ".jsonl").stream()
        .map(RepositoryCase::new);
  }

  public String id() {
    return json.get("id").getAsString();
  }

  /** The entries of its own, without those of its base. */
  public List<Entry> tree() {
    return entries(json.get("tree"));
  }

  /** All entries, those of its base first. */
  public List<Entry> wholeTree() {
    List<Entry> entries = new ArrayList<>();
    if (!json.get("base").isJsonNull()) {
      entries.addAll(entries(Bases.ALL.get(json.get("base").getAsString())));
    }
    entries.addAll(tree());
    return entries;
  }

  public List<Answer> answers() {
    return elements(json.get("answers")).map(a -> new Answer(a.getAsJsonObject())).toList();
  }

  private static List<Entry> entries(JsonElement array) {
    return elements(array).map(entry -> new Entry(entry.getAsJsonObject())).toList();
  }

  private static List<String> strings(JsonElement array) {
    return elements(array).map(JsonElement::getAsString).toList();
  }

  private static Stream<JsonElement> elements(JsonElement array) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false);
  }

  /** Read once, when first needed. */
  private static final class Bases {
    static final JsonObject ALL = ConformanceVectors.readOne("repositories/bases.json");
  }
}
