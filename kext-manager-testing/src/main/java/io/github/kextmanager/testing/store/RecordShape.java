package io.github.kextmanager.testing.store;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** An object with a member for each component of a record: all of them, and no others. */
final class RecordShape implements Shape {
  private final Class<?> type;
  private final Constructor<?> constructor;
  private final List<Component> components = new ArrayList<>();

  private record Component(String name, Method accessor, Shape shape) {}

  RecordShape(Class<?> type, Shapes shapes) {
    this.type = type;
    RecordComponent[] declared = type.getRecordComponents();
    Class<?>[] parameters = new Class<?>[declared.length];
    for (int i = 0; i < declared.length; i++) {
      parameters[i] = declared[i].getType();
      Method accessor = declared[i].getAccessor();
      accessor.setAccessible(true);
      components.add(
          new Component(declared[i].getName(), accessor, shapes.of(declared[i].getGenericType())));
    }
    try {
      constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(Object value, StringBuilder json) {
    json.append('{');
    writeMembers(value, json);
    json.append('}');
  }

  void writeMembers(Object value, StringBuilder json) {
    boolean first = true;
    for (Component component : components) {
      if (!first) {
        json.append(',');
      }
      JsonText.quote(component.name(), json);
      json.append(':');
      component.shape().write(valueOf(component, value), json);
      first = false;
    }
  }

  private static Object valueOf(Component component, Object value) {
    try {
      return component.accessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Object read(JsonReader json) throws IOException {
    json.beginObject();
    Object value = readMembers(json);
    json.endObject();
    return value;
  }

  Object readMembers(JsonReader json) throws IOException {
    Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      Component component = components.get(i);
      if (!json.hasNext()) {
        throw new MalformedStateException(json, "\"" + component.name() + "\" is missing");
      }
      String name = json.nextName();
      if (!name.equals(component.name())) {
        throw new MalformedStateException(
            json, "expected \"" + component.name() + "\", found \"" + name + "\"");
      }
      values[i] = component.shape().read(json);
    }
    if (json.hasNext()) {
      throw new MalformedStateException(json, "\"" + json.nextName() + "\" is not known");
    }
    return make(json, values);
  }

  private Object make(JsonReader json, Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new MalformedStateException(json, "no " + type.getSimpleName() + ": " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
