package io.github.kextmanager.cli.answer;

import io.github.kextmanager.plist.PlistValue;
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
 * whole. It begins with the number of the schema, what is not known is {@code null}, and all of it
 * is ASCII.
 */
public final class Json {
  private static final int SCHEMA = 1;

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 13];
  private int length;
  private boolean first = true;

  Json(OutputStream out) {
    this.out = out;
    raw("{");
    number("schema", SCHEMA);
  }

  /** A member that is text. */
  public Json text(String name, String value) {
    name(name);
    quoted(value);
    return this;
  }

  /** A member that is text, if it is known. */
  public Json text(String name, Optional<String> value) {
    return value.isPresent() ? text(name, value.get()) : unknown(name);
  }

  /** A member that is a number. */
  public Json number(String name, long value) {
    return raw(name, Long.toString(value));
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
    return raw(name, Boolean.toString(value));
  }

  /** A member that is true or false, if it is known. */
  public Json truth(String name, Optional<Boolean> value) {
    return value.isPresent() ? truth(name, value.get()) : unknown(name);
  }

  /** A member that is not known. */
  public Json unknown(String name) {
    return raw(name, "null");
  }

  /** A member that is a list of texts. */
  public Json texts(String name, Collection<String> values) {
    name(name);
    begin('[');
    for (String value : values) {
      separate();
      quoted(value);
    }
    return end(']');
  }

  /** A member that is a list of numbers, if it is known; and so may each of them be. */
  public Json numbers(String name, Optional<List<OptionalInt>> values) {
    if (values.isEmpty()) {
      return unknown(name);
    }
    name(name);
    begin('[');
    for (OptionalInt value : values.get()) {
      separate();
      raw(value.isPresent() ? Integer.toString(value.getAsInt()) : "null");
    }
    return end(']');
  }

  /** A member that is a list of objects. */
  public <T> Json objects(String name, Collection<T> values, BiConsumer<Json, T> members) {
    name(name);
    begin('[');
    for (T value : values) {
      separate();
      begin('{');
      members.accept(this, value);
      end('}');
    }
    return end(']');
  }

  /** A member that is an object, if it is known. */
  public <T> Json object(String name, Optional<T> value, BiConsumer<Json, T> members) {
    if (value.isEmpty()) {
      return unknown(name);
    }
    name(name);
    begin('{');
    members.accept(this, value.get());
    return end('}');
  }

  /** A member that is data, if it is known, by its hexadecimal digits. */
  public Json data(String name, Optional<String> digits) {
    if (digits.isEmpty()) {
      return unknown(name);
    }
    name(name);
    PlistJson.tagged("$data", digits.get(), this);
    return this;
  }

  /** A member that is a list of values of a property list. */
  public Json plists(String name, Collection<? extends PlistValue> values) {
    name(name);
    begin('[');
    for (PlistValue value : values) {
      separate();
      PlistJson.write(value, this);
    }
    return end(']');
  }

  /** Ends the object and its line. */
  public void end() {
    raw("}\n");
    drain();
  }

  private Json raw(String name, String value) {
    name(name);
    raw(value);
    return this;
  }

  void name(String name) {
    separate();
    quoted(name);
    raw(":");
  }

  void begin(char bracket) {
    write(bracket);
    first = true;
  }

  Json end(char bracket) {
    write(bracket);
    first = false;
    return this;
  }

  void separate() {
    if (!first) {
      write(',');
    }
    first = false;
  }

  void quoted(String text) {
    write('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        write('\\');
        write(c);
      } else if (c >= ' ' && c < 0x7f) {
        write(c);
      } else {
        raw("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          write(Character.forDigit(c >> shift & 0xf, 16));
        }
      }
    }
    write('"');
  }

  void raw(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      write(ascii.charAt(i));
    }
  }

  private void write(char ascii) {
    if (length == buffer.length) {
      drain();
    }
    buffer[length++] = (byte) ascii;
  }

  private void drain() {
    try {
      out.write(buffer, 0, length);
      length = 0;
    } catch (IOException e) {
      throw new OutputFailedException(e);
    }
  }
}
