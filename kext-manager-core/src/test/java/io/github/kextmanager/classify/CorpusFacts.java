package io.github.kextmanager.classify;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * The members of a sidecar that a status answer states, as facts under the names they have here.
 */
final class CorpusFacts {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("sip", "sip"),
          Map.entry("signed", "signed"),
          Map.entry("adhoc", "adhoc"),
          Map.entry("notarized", "notarized"),
          Map.entry("build", "build"),
          Map.entry("user_consent", "userConsent"),
          Map.entry("extensions", "extensions"),
          Map.entry("categories", "categories"),
          Map.entry("enabled", "enabled"),
          Map.entry("pending_reboot", "pendingReboot"),
          Map.entry("waiting_user", "waitingUser"));

  private CorpusFacts() {}

  /** What must be stated: the text of each fact, {@code null} for one that must not be. */
  static Map<String, String> of(JsonObject expected) {
    Map<String, String> facts = new TreeMap<>();
    NAMES.forEach(
        (member, name) -> {
          if (expected.has(member)) {
            facts.put(name, text(expected.get(member)));
          }
        });
    if (expected.has("flags")) {
      expected
          .getAsJsonObject("flags")
          .entrySet()
          .forEach(
              flag ->
                  facts.put(
                      flag.getKey(), flag.getValue().getAsBoolean() ? "enabled" : "disabled"));
    }
    if (expected.has("other_error")) {
      JsonObject error = expected.getAsJsonObject("other_error");
      facts.put(error.get("domain").getAsString(), text(error.get("code")));
    }
    if (expected.has("rows")) {
      addRows(expected.get("rows"), facts);
    }
    return facts;
  }

  private static void addRows(JsonElement rows, Map<String, String> facts) {
    if (!rows.isJsonArray()) {
      facts.put("rows", text(rows));
      return;
    }
    JsonArray all = rows.getAsJsonArray();
    facts.put("rows", Integer.toString(all.size()));
    for (JsonElement one : all) {
      JsonObject row = one.getAsJsonObject();
      String identifier = row.get("bundle_id").getAsString();
      for (String column : new String[] {"allowed", "developer", "flags"}) {
        facts.put(identifier + " " + column, text(row.get(column)));
      }
    }
  }

  private static String text(JsonElement value) {
    return value.isJsonNull() ? "" : value.getAsString();
  }
}
