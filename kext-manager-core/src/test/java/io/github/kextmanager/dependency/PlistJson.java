package io.github.kextmanager.dependency;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.kextmanager.plist.PlistArray;
import io.github.kextmanager.plist.PlistBoolean;
import io.github.kextmanager.plist.PlistData;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistInteger;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** Values of property lists in the shape of the vectors, where keys are sorted. */
final class PlistJson {
  private PlistJson() {}

  static JsonArray of(List<? extends PlistValue> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(of(value)));
    return array;
  }

  private static JsonElement of(PlistValue value) {
    if (value instanceof PlistDict dict) {
      JsonObject object = new JsonObject();
      new TreeMap<>(dict.entries()).forEach((key, entry) -> object.add(key, of(entry)));
      return object;
    }
    if (value instanceof PlistArray array) {
      return of(array.values());
    }
    if (value instanceof PlistString text) {
      return new JsonPrimitive(text.value());
    }
    if (value instanceof PlistBoolean flag) {
      return new JsonPrimitive(flag.value());
    }
    if (value instanceof PlistInteger number) {
      return new JsonPrimitive(number.value());
    }
    if (value instanceof PlistData data) {
      JsonObject object = new JsonObject();
      object.addProperty("$data", HexFormat.of().formatHex(data.bytes()));
      return object;
    }
    throw new IllegalArgumentException("The kernel's parser gives no " + value.kind());
  }
}
