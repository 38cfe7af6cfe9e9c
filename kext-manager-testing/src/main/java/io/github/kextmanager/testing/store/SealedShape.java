package io.github.kextmanager.testing.store;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of a sealed set: its simple name is the first member, before its components. */
final class SealedShape implements Shape {
  private static final String KIND = "kind";

  private final Class<?> set;
  private final Map<String, RecordShape> shapes = new LinkedHashMap<>();

  SealedShape(Class<?> set, Shapes all) {
    this.set = set;
    addKinds(set, all);
  }

  private void addKinds(Class<?> parent, Shapes all) {
    for (Class<?> kind : parent.getPermittedSubclasses()) {
      if (kind.isRecord()) {
        shapes.put(kind.getSimpleName(), new RecordShape(kind, all));
      } else if (kind.isSealed()) {
        addKinds(kind, all);
      } else {
        throw new IllegalArgumentException("Values of " + kind + " cannot be kept in a file.");
      }
    }
  }

  @Override
  public void write(Object value, StringBuilder json) {
    String kind = value.getClass().getSimpleName();
    @Nullable RecordShape shape = shapes.get(kind);
    if (shape == null) {
      throw new IllegalArgumentException(kind + " is no " + set.getSimpleName() + ".");
    }
    json.append("{\"").append(KIND).append("\":");
    JsonText.quote(kind, json);
    if (value.getClass().getRecordComponents().length > 0) {
      json.append(',');
    }
    shape.writeMembers(value, json);
    json.append('}');
  }

  @Override
  public Object read(JsonReader json) throws IOException {
    json.beginObject();
    if (!json.hasNext() || !json.nextName().equals(KIND)) {
      throw new MalformedStateException(json, "\"" + KIND + "\" is missing");
    }
    String kind = json.nextString();
    @Nullable RecordShape shape = shapes.get(kind);
    if (shape == null) {
      throw new MalformedStateException(
          json, "there is no " + set.getSimpleName() + " \"" + kind + "\"");
    }
    Object value = shape.readMembers(json);
    json.endObject();
    return value;
  }
}
