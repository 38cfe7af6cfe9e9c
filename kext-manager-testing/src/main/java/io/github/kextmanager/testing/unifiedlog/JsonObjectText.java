package io.github.kextmanager.testing.unifiedlog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON object as Apple's writer prints it, with slashes escaped. */
final class JsonObjectText {
  private final Map<String, String> members = new LinkedHashMap<>();

  JsonObjectText text(String name, String value) {
    members.put(name, quoted(value));
    return this;
  }

  JsonObjectText number(String name, long value) {
    members.put(name, Long.toString(value));
    return this;
  }

  JsonObjectText nothing(String name) {
    members.put(name, "null");
    return this;
  }

  /** On one line. */
  String compact() {
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** A member a line. */
  String spread() {
    return members.entrySet().stream()
        .map(member -> "  " + quoted(member.getKey()) + " : " + member.getValue())
        .collect(Collectors.joining(",\n", "{\n", "\n}"));
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            letter -> {
              switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '/' -> quoted.append("\\/");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                  if (letter < ' ') {
                    quoted.append("\\u%04x".formatted(letter));
                  } else {
                    quoted.append((char) letter);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
