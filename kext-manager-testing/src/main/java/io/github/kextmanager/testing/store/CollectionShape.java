package io.github.kextmanager.testing.store;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/** An array of values of one type; the order is kept. */
final class CollectionShape implements Shape {
  private final Shape element;
  private final Function<List<Object>, Object> collect;

  private CollectionShape(Shape element, Function<List<Object>, Object> collect) {
    this.element = element;
    this.collect = collect;
  }

  static Shape list(Shape element) {
    return new CollectionShape(element, List::copyOf);
  }

  static Shape set(Shape element) {
    return new CollectionShape(element, LinkedHashSet::new);
  }

  @Override
  public void write(Object value, StringBuilder json) {
    json.append('[');
    boolean first = true;
    for (Object each : (Collection<?>) value) {
      if (!first) {
        json.append(',');
      }
      element.write(each, json);
      first = false;
    }
    json.append(']');
  }

  @Override
  public Object read(JsonReader json) throws IOException {
    List<Object> elements = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      elements.add(element.read(json));
    }
    json.endArray();
    return collect.apply(elements);
  }
}
