package io.github.kextmanager.dependency;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.kextmanager.conformance.RepositoryCase;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextVersion;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.validation.PersonalitiesAsSent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what is said of a repository with what Apple's library says, member by member. */
final class RepositoryComparison {
  /** What most cases share, and Apple's answers leave out. */
  private static final Path USUAL = Path.of("/System/Library/Extensions/System.kext");

  private final Set<String> unordered = new HashSet<>();
  private final Set<String> unspecified = new HashSet<>();
  private final boolean hasUsual;
  private final List<String> differences = new ArrayList<>();
  private int members;

  RepositoryComparison(RepositoryCase repository) {
    read(repository, "orderUnspecified", unordered);
    read(repository, "contentUnspecified", unspecified);
    hasUsual = !repository.json().get("base").isJsonNull();
  }

  private static void read(RepositoryCase repository, String member, Set<String> into) {
    if (repository.json().has(member)) {
      repository.json().getAsJsonArray(member).forEach(text -> into.add(text.getAsString()));
    }
  }

  List<String> differences() {
    return differences;
  }

  /** How many members were compared. */
  int members() {
    return members;
  }

  void compare(
      String source,
      RepositoryCase.Answer answer,
      KextRepository ours,
      PersonalitiesAsSent personalities) {
    JsonObject apple = answer.result();
    equal(source, "opened", apple, opened(ours));
    equal(source, "scanMessages", apple, scanMessages(ours));
    equal(source, "byIdentifier", apple, byIdentifier(ours));
    if (apple.has("queries")) {
      equal(source, "queries", apple, queries(ours, apple.getAsJsonArray("queries")));
    }
    Map<String, JsonObject> evaluations = new HashMap<>();
    for (RepositoryKext kext : ours.kexts()) {
      if (!isUsual(kext)) {
        List<PlistDict> sent = personalities.of(kext.bundle());
        evaluations.put(
            kext.path().toString(),
            EvaluationJson.of(ours.evaluate(kext), sent, ours.mac().release()));
      }
    }
    answer.kexts().stream()
        .filter(kext -> kext.has("path"))
        .forEach(kext -> compareKext(source, kext, evaluations));
  }

  private void compareKext(String source, JsonObject apple, Map<String, JsonObject> evaluations) {
    String path = apple.get("path").getAsString();
    JsonObject ours = evaluations.getOrDefault(path, new JsonObject());
    for (String member : apple.keySet()) {
      equal(source + " " + path, member, apple, ours.get(member));
    }
    ours.keySet().stream()
        .filter(member -> !apple.has(member))
        .forEach(member -> differences.add(source + " " + path + " has no " + member));
  }

  private void equal(String where, String member, JsonObject apples, @Nullable JsonElement ours) {
    JsonElement apple = apples.get(member);
    if (unspecified.contains(member) || died(apple)) {
      return;
    }
    members++;
    if (ours == null || !normal(member, apple).equals(normal(member, ours))) {
      differences.add("%s %s: %s but %s".formatted(where, member, apple, ours));
    }
  }

  private static boolean died(JsonElement apple) {
    return apple.isJsonObject() && apple.getAsJsonObject().has("processDied");
  }

  /** A value whose parts are sorted wherever their order means nothing. */
  private JsonElement normal(String member, JsonElement value) {
    if (value.isJsonObject()) {
      JsonObject normal = new JsonObject();
      value
          .getAsJsonObject()
          .entrySet()
          .forEach(
              entry ->
                  normal.add(
                      entry.getKey(), normal(member + "." + entry.getKey(), entry.getValue())));
      return normal;
    }
    return unordered.contains(member) ? sorted(value) : value;
  }

  private static JsonElement sorted(JsonElement value) {
    List<String> parts = new ArrayList<>();
    if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(part -> parts.add(part.toString()));
    } else if (value.isJsonPrimitive()) {
      value.getAsString().lines().forEach(parts::add);
    } else {
      return value;
    }
    JsonArray sorted = new JsonArray();
    parts.stream().sorted().forEach(sorted::add);
    return sorted;
  }

  private boolean isUsual(RepositoryKext kext) {
    return hasUsual && kext.path().startsWith(USUAL);
  }

  private JsonElement opened(KextRepository ours) {
    JsonArray paths = new JsonArray();
    ours.kexts().stream()
        .filter(kext -> !isUsual(kext))
        .map(kext -> kext.path().toString())
        .sorted()
        .forEach(paths::add);
    return paths;
  }

  private static JsonElement scanMessages(KextRepository ours) {
    return new JsonPrimitive(
        EvaluationJson.lines(
            ours.refusals().stream().flatMap(refusal -> refusal.messages().stream()).toList()));
  }

  private JsonElement byIdentifier(KextRepository ours) {
    JsonObject json = new JsonObject();
    for (BundleIdentifier identifier : ours.identifiers()) {
      List<RepositoryKext> all = ours.all(identifier);
      if (!all.stream().allMatch(this::isUsual)) {
        JsonObject entry = new JsonObject();
        entry.add("latest", path(ours.find(identifier)));
        JsonArray paths = new JsonArray();
        all.forEach(kext -> paths.add(kext.path().toString()));
        entry.add("all", paths);
        json.add(identifier.value(), entry);
      }
    }
    return json;
  }

  private static JsonElement queries(KextRepository ours, JsonArray apple) {
    JsonArray json = new JsonArray();
    for (JsonElement element : apple) {
      JsonObject query = element.getAsJsonObject().deepCopy();
      var identifier = BundleIdentifier.reported(query.get("identifier").getAsString());
      KextVersion version = ours.mac().versions().parse(query.get("requested").getAsString());
      query.add("compatible", path(ours.compatible(identifier, version)));
      query.add("exact", path(ours.exact(identifier, version)));
      json.add(query);
    }
    return json;
  }

  private static JsonElement path(Optional<RepositoryKext> kext) {
    return kext.<JsonElement>map(found -> new JsonPrimitive(found.path().toString()))
        .orElse(JsonNull.INSTANCE);
  }
}
