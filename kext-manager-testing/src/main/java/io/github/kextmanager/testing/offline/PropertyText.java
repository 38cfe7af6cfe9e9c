package io.github.kextmanager.testing.offline;

import io.github.kextmanager.plist.PlistArray;
import io.github.kextmanager.plist.PlistBoolean;
import io.github.kextmanager.plist.PlistData;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistInteger;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import java.util.HexFormat;
import java.util.Optional;

/** How kextfind prints a value of a property list. */
final class PropertyText {
  /** So many bytes of data are printed, in groups of so many. */
  private static final int PRINTED_BYTES = 36;

  private static final int GROUP = 4;

  private PropertyText() {}

  /** As a line of its own (kextfind_commands.c: {@code printProperty}). */
  static String line(String name, PlistValue value) {
    return name + " = " + described(value);
  }

  private static String described(PlistValue value) {
    if (value instanceof PlistString text) {
      return "\"%s\"".formatted(text.value());
    }
    if (value instanceof PlistInteger number) {
      return number.value().toString();
    }
    if (value instanceof PlistBoolean flag) {
      return String.valueOf(flag.value());
    }
    if (value instanceof PlistData data) {
      byte[] bytes = data.bytes();
      return "<data (%d bytes): %s%s>"
          .formatted(bytes.length, hex(bytes), bytes.length > PRINTED_BYTES ? "..." : "");
    }
    if (value instanceof PlistDict dict) {
      return "<dictionary of %d items>".formatted(dict.entries().size());
    }
    return value instanceof PlistArray array
        ? "<array of %d items>".formatted(array.values().size())
        : "<value of unknown type>";
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int printed = Math.min(bytes.length, PRINTED_BYTES);
    for (int i = 0; i < printed; i += GROUP) {
      text.append(i == 0 ? "" : " ")
          .append(HexFormat.of().formatHex(bytes, i, Math.min(i + GROUP, printed)));
    }
    return text.toString();
  }

  /**
   * In a column of a report (kextfind_report.c: {@code cStringForCFValue}). A number cannot be
   * printed, and ends the report: a slip of the real one.
   */
  static Optional<String> column(Optional<PlistValue> value) {
    if (value.isEmpty()) {
      return Optional.of("<null>");
    }
    PlistValue found = value.get();
    if (found instanceof PlistInteger) {
      return Optional.empty();
    }
    if (found instanceof PlistString text) {
      return Optional.of(text.value());
    }
    if (found instanceof PlistBoolean flag) {
      return Optional.of(String.valueOf(flag.value()));
    }
    if (found instanceof PlistArray array) {
      return Optional.of("<array of %d>".formatted(array.values().size()));
    }
    if (found instanceof PlistDict dict) {
      return Optional.of("<dict of %d>".formatted(dict.entries().size()));
    }
    return Optional.of(
        found instanceof PlistData data
            ? "<data of %d>".formatted(data.bytes().length)
            : "<unknown CF type>");
  }
}
