package io.github.kextmanager.testing.store;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** A value that is one word: a text in quotes, a number or a boolean. */
final class ScalarShape implements Shape {
  private final JsonToken token;
  private final Function<String, Object> parse;

  private ScalarShape(JsonToken token, Function<String, Object> parse) {
    this.token = token;
    this.parse = parse;
  }

  /** A value that prints as its text. */
  static Shape text(Function<String, Object> parse) {
    return new ScalarShape(JsonToken.STRING, parse);
  }

  /** A number. */
  static Shape bare(Function<String, Object> parse) {
    return new ScalarShape(JsonToken.NUMBER, parse);
  }

  static Shape truth() {
    return new ScalarShape(JsonToken.BOOLEAN, Boolean::valueOf);
  }

  /** A constant of an enum, by its name. */
  static Shape constant(Class<?> type) {
    return new ScalarShape(
        JsonToken.STRING,
        name -> {
          for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
              return constant;
            }
          }
          throw new IllegalArgumentException("there is no " + type.getSimpleName() + " " + name);
        });
  }

  @Override
  public void write(Object value, StringBuilder json) {
    if (token != JsonToken.STRING) {
      json.append(value);
    } else {
      JsonText.quote(textOf(value), json);
    }
  }

  private static String textOf(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Instant time) {
      return TimeText.of(time);
    }
    return value instanceof Duration time ? TimeText.of(time) : value.toString();
  }

  @Override
  public Object read(JsonReader json) throws IOException {
    JsonToken found = json.peek();
    if (found != token) {
      throw new MalformedStateException(json, "expected " + token + ", found " + found);
    }
    String word =
        token == JsonToken.BOOLEAN ? Boolean.toString(json.nextBoolean()) : json.nextString();
    try {
      return parse.apply(word);
    } catch (RuntimeException e) {
      throw new MalformedStateException(json, "\"" + word + "\": " + e.getMessage());
    }
  }
}
