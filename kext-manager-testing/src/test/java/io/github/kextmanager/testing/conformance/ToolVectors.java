package io.github.kextmanager.testing.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Reads the vectors in {@code src/test/resources/conformance}; the README there says what they are.
 */
final class ToolVectors {
  private ToolVectors() {}

  /** All objects of one file, such as {@code kextload.jsonl}. */
  static List<JsonObject> read(String file) {
    String resource = "/conformance/tools/" + file + ".gz";
    try (InputStream stream =
            Objects.requireNonNull(ToolVectors.class.getResourceAsStream(resource), resource);
        var reader =
            new BufferedReader(new InputStreamReader(new GZIPInputStream(stream), UTF_8))) {
      return reader.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The strings of an array. */
  static List<String> strings(JsonObject object, String name) {
    return object.getAsJsonArray(name).asList().stream().map(each -> each.getAsString()).toList();
  }
}
