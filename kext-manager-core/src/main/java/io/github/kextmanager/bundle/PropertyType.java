package io.github.kextmanager.bundle;

import io.github.kextmanager.plist.DictionaryOrder;
import io.github.kextmanager.plist.PlistArray;
import io.github.kextmanager.plist.PlistBoolean;
import io.github.kextmanager.plist.PlistData;
import io.github.kextmanager.plist.PlistDate;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistInteger;
import io.github.kextmanager.plist.PlistReal;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What belongs under a key of an Info.plist.
 *
 * @param <T> its Java type
 */
public final class PropertyType<T> {
  /** Longer values are not kept for a message. */
  private static final int LONGEST_TEXT = 80;

  /** A text. */
  public static final PropertyType<String> TEXT =
      new PropertyType<>(
          "<string>",
          value ->
              value instanceof PlistString text ? Optional.of(text.value()) : Optional.empty());

  /** True or false, and no number. */
  public static final PropertyType<Boolean> FLAG =
      new PropertyType<>(
          "boolean, <true/> or <false/>",
          value ->
              value instanceof PlistBoolean flag ? Optional.of(flag.value()) : Optional.empty());

  /** An integer. */
  public static final PropertyType<BigInteger> NUMBER =
      new PropertyType<>(
          "<integer>",
          value ->
              value instanceof PlistInteger number
                  ? Optional.of(number.value())
                  : Optional.empty());

  /** Texts by name, each of which may be mistyped by itself. */
  public static final PropertyType<Map<String, Property<String>>> TEXTS = dictionaryOf(TEXT::read);

  /** Personalities by name, each of which may be something else by itself. */
  public static final PropertyType<Map<String, Property<Personality>>> PERSONALITIES =
      dictionaryOf(Personality::read);

  /** Anything at all; what counts is that it is there. The value is the name of its kind. */
  public static final PropertyType<String> ANYTHING =
      new PropertyType<>("", value -> Optional.of(value.kind()));

  private final String expected;
  private final Function<PlistValue, Optional<T>> reading;

  private PropertyType(String expected, Function<PlistValue, Optional<T>> reading) {
    this.expected = expected;
    this.reading = reading;
  }

  private static <T> PropertyType<Map<String, Property<T>>> dictionaryOf(
      Function<PlistValue, Property<T>> element) {
    return new PropertyType<>(
        "<dict>",
        value ->
            value instanceof PlistDict dict ? Optional.of(map(dict, element)) : Optional.empty());
  }

  private static <T> Map<String, Property<T>> map(
      PlistDict dict, Function<PlistValue, Property<T>> element) {
    Map<String, Property<T>> elements = new LinkedHashMap<>();
    for (String name : DictionaryOrder.ofWhole(dict.entries().keySet())) {
      elements.put(name, element.apply(Objects.requireNonNull(dict.entries().get(name))));
    }
    return Collections.unmodifiableMap(elements);
  }

  /**
   * What Apple calls it in a complaint.
   *
   * @return such as {@code <string>}; empty if anything will do
   */
  public String expected() {
    return expected;
  }

  /** What a value is, seen as this. */
  Property<T> read(PlistValue value) {
    return reading
        .apply(value)
        .<Property<T>>map(Property.Present::new)
        .orElseGet(() -> new Property.Mistyped<>(value.kind(), text(value)));
  }

  private static String text(PlistValue value) {
    String text = whole(value);
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
  }

  private static String whole(PlistValue value) {
    if (value instanceof PlistString string) {
      return string.value();
    }
    if (value instanceof PlistInteger integer) {
      return integer.value().bitLength() <= Long.SIZE ? integer.value().toString() : "";
    }
    if (value instanceof PlistReal real) {
      return Double.toString(real.value());
    }
    if (value instanceof PlistBoolean flag) {
      return Boolean.toString(flag.value());
    }
    if (value instanceof PlistDate date) {
      return date.value().toString();
    }
    assert value instanceof PlistArray || value instanceof PlistDict || value instanceof PlistData;
    return "";
  }
}
