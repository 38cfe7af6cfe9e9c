package io.github.kextmanager.testing.disk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Writes a property list in the XML that every reader of kexts understands. */
public final class InfoPlistText {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      """;

  private InfoPlistText() {}

  /**
   * A property list.
   *
   * @param root its entries: texts, booleans, bytes and maps of the same
   * @return the file
   */
  public static byte[] bytes(Map<String, ?> root) {
    var text = new StringBuilder(HEAD);
    dict(root, "", text);
    return text.append("</plist>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void dict(Map<?, ?> entries, String indent, StringBuilder text) {
    text.append(indent).append("<dict>\n");
    String inner = indent + "\t";
    entries.forEach(
        (key, value) -> {
          text.append(inner).append("<key>").append(escaped(String.valueOf(key)));
          text.append("</key>\n");
          if (value instanceof Map<?, ?> map) {
            dict(map, inner, text);
          } else if (value instanceof Boolean bool) {
            text.append(inner).append(bool ? "<true/>\n" : "<false/>\n");
          } else if (value instanceof byte[] data) {
            text.append(inner).append("<data>");
            text.append(Base64.getEncoder().encodeToString(data)).append("</data>\n");
          } else {
            text.append(inner).append("<string>").append(escaped(String.valueOf(value)));
            text.append("</string>\n");
          }
        });
    text.append(indent).append("</dict>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
