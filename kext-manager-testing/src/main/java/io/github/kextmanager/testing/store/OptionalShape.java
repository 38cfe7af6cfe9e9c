package io.github.kextmanager.testing.store;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** A value, or {@code null} where there is none. */
final class OptionalShape implements Shape {
  private final Shape value;
  private final Function<Object, Optional<?>> open;
  private final Function<Optional<?>, Object> close;

  private OptionalShape(
      Shape value, Function<Object, Optional<?>> open, Function<Optional<?>, Object> close) {
    this.value = value;
    this.open = open;
    this.close = close;
  }

  static Shape of(Shape value) {
    return new OptionalShape(value, optional -> (Optional<?>) optional, optional -> optional);
  }

  static Shape ofInt() {
    return new OptionalShape(
        ScalarShape.bare(Integer::valueOf),
        optional -> ((OptionalInt) optional).stream().boxed().findFirst(),
        number ->
            number.isPresent() ? OptionalInt.of((Integer) number.get()) : OptionalInt.empty());
  }

  static Shape ofLong() {
    return new OptionalShape(
        ScalarShape.bare(Long::valueOf),
        optional -> ((OptionalLong) optional).stream().boxed().findFirst(),
        number -> number.isPresent() ? OptionalLong.of((Long) number.get()) : OptionalLong.empty());
  }

  @Override
  public void write(Object optional, StringBuilder json) {
    Optional<?> opened = open.apply(optional);
    if (opened.isPresent()) {
      value.write(opened.get(), json);
    } else {
      json.append("null");
    }
  }

  @Override
  public Object read(JsonReader json) throws IOException {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return close.apply(Optional.empty());
    }
    return close.apply(Optional.of(value.read(json)));
  }
}
