package io.github.kextmanager.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Reads the vectors in {@code src/test/resources/conformance}; the README there says what they are.
 */
public final class ConformanceVectors {
  private ConformanceVectors() {}

  /** All objects of one file, such as {@code versions/parse.jsonl}. */
  public static List<JsonObject> read(String file) {
    return text(file).lines().map(ConformanceVectors::object).toList();
  }

  /** The one object of a file, such as {@code repositories/bases.json}. */
  public static JsonObject readOne(String file) {
    return object(text(file));
  }

  private static JsonObject object(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static String text(String file) {
    String resource = "/conformance/" + file + ".gz";
    try (InputStream stream =
        Objects.requireNonNull(ConformanceVectors.class.getResourceAsStream(resource), resource)) {
      return new String(new GZIPInputStream(stream).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
