package io.github.kextmanager.testing.store;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object whose members are the entries of a map from texts; the order is kept. */
final class MapShape implements Shape {
  private final Shape value;

  MapShape(Shape value) {
    this.value = value;
  }

  @Override
  public void write(Object map, StringBuilder json) {
    json.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
      if (!first) {
        json.append(',');
      }
      JsonText.quote((String) entry.getKey(), json);
      json.append(':');
      value.write(entry.getValue(), json);
      first = false;
    }
    json.append('}');
  }

  @Override
  public Object read(JsonReader json) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (map.put(name, value.read(json)) != null) {
        throw new MalformedStateException(json, "\"" + name + "\" stands there twice");
      }
    }
    json.endObject();
    return map;
  }
}
