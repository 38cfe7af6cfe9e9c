package io.github.kextmanager.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads the vectors of kext-manager-core; the README there says what they are. */
final class ConformanceVectors {
  private ConformanceVectors() {}

  /** The objects of a file with one on each line. */
  static List<JsonObject> read(String file) {
    return text(file).lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }

  /** The one object of a file. */
  static JsonObject readOne(String file) {
    return JsonParser.parseString(text(file)).getAsJsonObject();
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
