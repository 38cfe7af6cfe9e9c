package io.github.kextmanager.cli.answer;

import io.github.kextmanager.plist.PlistArray;
import io.github.kextmanager.plist.PlistBoolean;
import io.github.kextmanager.plist.PlistData;
import io.github.kextmanager.plist.PlistDate;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistInteger;
import io.github.kextmanager.plist.PlistReal;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import java.util.HexFormat;
import java.util.Map;

/**
 * Values of property lists in JSON. Where that has no such kind, a value is an object with one
 * member that begins with a dollar sign: {@code $data} in hexadecimal digits, {@code $date}, {@code
 * $real} for what is no number in JSON.
 */
final class PlistJson {
  private PlistJson() {}

  /** Writes one value; it is not nested deeper than a reader of property lists allows. */
  static void write(PlistValue value, Json json) {
    if (value instanceof PlistString string) {
      json.quoted(string.value());
    } else if (value instanceof PlistDict dict) {
      write(dict, json);
    } else if (value instanceof PlistArray array) {
      json.begin('[');
      for (PlistValue element : array.values()) {
        json.separate();
        write(element, json);
      }
      json.end(']');
    } else {
      scalar(value, json);
    }
  }

  private static void write(PlistDict dict, Json json) {
    json.begin('{');
    for (Map.Entry<String, PlistValue> entry : dict.entries().entrySet()) {
      json.name(entry.getKey());
      write(entry.getValue(), json);
    }
    json.end('}');
  }

  private static void scalar(PlistValue value, Json json) {
    if (value instanceof PlistInteger integer) {
      json.raw(integer.value().toString());
    } else if (value instanceof PlistBoolean truth) {
      json.raw(Boolean.toString(truth.value()));
    } else if (value instanceof PlistData data) {
      tagged("$data", HexFormat.of().formatHex(data.bytes()), json);
    } else if (value instanceof PlistDate date) {
      tagged("$date", date.value().toString(), json);
    } else if (value instanceof PlistReal real && Double.isFinite(real.value())) {
      json.raw(Double.toString(real.value()));
    } else if (value instanceof PlistReal real) {
      tagged("$real", Double.toString(real.value()), json);
    }
  }

  /** An object with one member. */
  static void tagged(String tag, String text, Json json) {
    json.begin('{');
    json.name(tag);
    json.quoted(text);
    json.end('}');
  }
}
