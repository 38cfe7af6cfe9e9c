package io.github.kextmanager.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what {@code kextm check --json} says with what Apple's library says. */
final class CheckComparison {
  /** In the order of hash tables somewhere, so that any order will do everywhere. */
  private static final List<String> UNORDERED =
      List.of(
          "declaredDependencies",
          "loadList",
          "loadListPartial",
          "linkDependencies",
          "allDependencies",
          "personalities",
          "logMessages",
          "diagnosticsText",
          "dependencyGraphText");

  private final Set<String> unordered;
  private final Set<String> unspecified;
  private final List<String> differences = new ArrayList<>();

  CheckComparison(JsonObject vector) {
    this.unordered = names(vector, "orderUnspecified");
    this.unspecified = names(vector, "contentUnspecified");
    unordered.addAll(UNORDERED);
  }

  private static Set<String> names(JsonObject vector, String member) {
    Set<String> names = new HashSet<>();
    if (vector.has(member)) {
      vector.getAsJsonArray(member).forEach(name -> names.add(name.getAsString()));
    }
    return names;
  }

  /** The differences between Apple's result and our objects, of which the last tells the whole. */
  List<String> compare(JsonObject apple, List<JsonObject> ours) {
    JsonObject whole = ours.get(ours.size() - 1);
    opened(apple, whole);
    equal("", "scanMessages", apple.get("scanMessages"), whole.get("scanMessages"));
    JsonObject identifiers = apple.getAsJsonObject("byIdentifier");
    for (String identifier : identifiers.keySet()) {
      JsonElement our = whole.getAsJsonObject("byIdentifier").get(identifier);
      equal("", identifier, identifiers.get(identifier), our);
    }
    if (apple.has("queries")) {
      equal("", "queries", apple.get("queries"), whole.get("queries"));
    }
    Map<String, JsonObject> kexts = new HashMap<>();
    ours.subList(0, ours.size() - 1)
        .forEach(kext -> kexts.put(kext.get("path").getAsString(), kext));
    for (JsonElement kext : apple.getAsJsonArray("kexts")) {
      compare(kext.getAsJsonObject(), kexts);
    }
    return differences;
  }

  /** Ours names the kexts that the cases share, too. */
  private void opened(JsonObject apple, JsonObject whole) {
    Set<String> missing = new HashSet<>();
    apple.getAsJsonArray("opened").forEach(path -> missing.add(path.getAsString()));
    Set<String> more = new HashSet<>();
    for (JsonElement path : whole.getAsJsonArray("opened")) {
      boolean isUsual = path.getAsString().startsWith("/System/Library/Extensions/System.kext");
      if (!missing.remove(path.getAsString()) && !isUsual) {
        more.add(path.getAsString());
      }
    }
    if (!missing.isEmpty() || !more.isEmpty()) {
      differences.add("opened lacks %s and has %s".formatted(missing, more));
    }
  }

  private void compare(JsonObject apple, Map<String, JsonObject> kexts) {
    if (!apple.has("path")) {
      return;
    }
    String path = apple.get("path").getAsString();
    JsonObject our = kexts.get(path);
    if (our == null) {
      differences.add(path + " is not there");
      return;
    }
    for (String member : apple.keySet()) {
      equal(path + " ", member, apple.get(member), our.get(member));
    }
    Set<String> more = new HashSet<>(our.keySet());
    more.removeAll(apple.keySet());
    more.remove("schema");
    if (!more.isEmpty()) {
      differences.add(path + " has also " + more);
    }
  }

  private void equal(String where, String member, JsonElement apple, @Nullable JsonElement our) {
    boolean died = apple.isJsonObject() && apple.getAsJsonObject().has("processDied");
    if (died || unspecified.contains(member)) {
      return;
    }
    boolean same =
        our != null
            && (member.equals("diagnostics")
                ? leaves("diagnostics", apple).equals(leaves("diagnostics", our))
                : unordered.contains(member)
                    ? counted(apple).equals(counted(our))
                    : apple.equals(our));
    if (!same) {
      differences.add("%s%s: %s but %s".formatted(where, member, apple, our));
    }
  }

  /** The values beneath each text, in order where that is specified. */
  private Map<String, Object> leaves(String path, JsonElement element) {
    Map<String, Object> leaves = new HashMap<>();
    if (element.isJsonObject()) {
      for (String name : element.getAsJsonObject().keySet()) {
        leaves.putAll(leaves(path + "." + name, element.getAsJsonObject().get(name)));
      }
    } else {
      boolean isUnordered =
          unordered.contains(path) || path.startsWith("diagnostics.Dependency Resolution");
      leaves.put(path, isUnordered ? counted(element) : element);
    }
    return leaves;
  }

  /** The elements of a list, or the lines of a text, each with how often it is there. */
  private static Map<Object, Integer> counted(JsonElement element) {
    Map<Object, Integer> parts = new HashMap<>();
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(part -> parts.merge(part, 1, Integer::sum));
    } else if (element.isJsonPrimitive()) {
      element.getAsString().lines().forEach(line -> parts.merge(line, 1, Integer::sum));
    }
    return parts;
  }
}
