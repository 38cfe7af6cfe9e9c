package io.github.kextmanager.plist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** XML property lists for tests. */
final class XmlPlists {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      """;

  private XmlPlists() {}

  /** A whole property list around a root, which begins on line 4. */
  static byte[] withRoot(String root) {
    return (HEAD + root + "\n</plist>\n").getBytes(UTF_8);
  }

  static PlistValue readRoot(String root) {
    return PlistReader.read(withRoot(root));
  }

  static PlistValue read(String document) {
    return PlistReader.read(document.getBytes(UTF_8));
  }

  static String refusalOfRoot(String root) {
    return refusal(withRoot(root));
  }

  static String refusal(byte[] bytes) {
    return String.valueOf(
        catchThrowableOfType(UnreadablePlistException.class, () -> PlistReader.read(bytes))
            .getMessage());
  }
}
