package io.github.kextmanager.testing.store;

/**
 * Writes texts as JSON. Gson's own writer formats a table of escapes when it is loaded, which takes
 * longer than all else that is written here.
 */
final class JsonText {
  private static final String DIGITS = "0123456789abcdef";

  private JsonText() {}

  /** Writes a text in quotes; what is not printable ASCII, as an escape. */
  static void quote(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        json.append(c);
      } else {
        escape(c, json);
      }
    }
    json.append('"');
  }

  private static void escape(char c, StringBuilder json) {
    json.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      json.append(DIGITS.charAt(c >> shift & 0xf));
    }
  }
}
