package io.github.kextmanager.cli.answer;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * One object of an answer, written member by member in the order of the calls, never held as a
 * whole. It begins with the number of the schema; what is not known is {@code null}.
 */
public final class Json {
  private static final int SCHEMA = 1;

  private final OutputStream out;
  private final JsonWriter writer;

  Json(OutputStream out) {
    this.out = out;
    this.writer = new JsonWriter(new AsciiWriter(out));
    run(writer::beginObject);
    number("schema", SCHEMA);
  }

  /** A member that is text. */
  public Json text(String name, String value) {
    return run(() -> writer.name(name).value(value));
  }

  /** A member that is text, if it is known. */
  public Json text(String name, Optional<String> value) {
    return value.isPresent() ? text(name, value.get()) : unknown(name);
  }

  /** A member that is a number. */
  public Json number(String name, long value) {
    return run(() -> writer.name(name).value(value));
  }

  /** A member that is a number, if it is known. */
  public Json number(String name, OptionalInt value) {
    return value.isPresent() ? number(name, value.getAsInt()) : unknown(name);
  }

  /** A member that is a number, if it is known. */
  public Json number(String name, OptionalLong value) {
    return value.isPresent() ? number(name, value.getAsLong()) : unknown(name);
  }

  /** A member that is true or false. */
  public Json truth(String name, boolean value) {
    return run(() -> writer.name(name).value(value));
  }

  /** A member that is true or false, if it is known. */
  public Json truth(String name, Optional<Boolean> value) {
    return value.isPresent() ? truth(name, value.get()) : unknown(name);
  }

  /** A member that is not known. */
  public Json unknown(String name) {
    return run(() -> writer.name(name).nullValue());
  }

  /** A member that is a list of texts. */
  public Json texts(String name, Collection<String> values) {
    run(() -> writer.name(name).beginArray());
    values.forEach(value -> run(() -> writer.value(value)));
    return run(writer::endArray);
  }

  /** A member that is a list of numbers, if it is known; and so may each of them be. */
  public Json numbers(String name, Optional<List<OptionalInt>> values) {
    if (values.isEmpty()) {
      return unknown(name);
    }
    run(() -> writer.name(name).beginArray());
    for (OptionalInt value : values.get()) {
      if (value.isPresent()) {
        run(() -> writer.value(value.getAsInt()));
      } else {
        run(writer::nullValue);
      }
    }
    return run(writer::endArray);
  }

  /** A member that is a list of objects. */
  public <T> Json objects(String name, Collection<T> values, BiConsumer<Json, T> members) {
    run(() -> writer.name(name).beginArray());
    for (T value : values) {
      run(writer::beginObject);
      members.accept(this, value);
      run(writer::endObject);
    }
    return run(writer::endArray);
  }

  /** A member that is an object, if it is known. */
  public <T> Json object(String name, Optional<T> value, BiConsumer<Json, T> members) {
    if (value.isEmpty()) {
      return unknown(name);
    }
    run(() -> writer.name(name).beginObject());
    members.accept(this, value.get());
    return run(writer::endObject);
  }

  /** Ends the object and its line. */
  public void end() {
    run(
        () -> {
          writer.endObject();
          out.write('\n');
        });
  }

  private Json run(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException e) {
      throw new OutputFailedException(e);
    }
  }

  private interface Writing {
    void run() throws IOException;
  }
}
