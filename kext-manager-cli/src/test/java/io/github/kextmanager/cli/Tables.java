package io.github.kextmanager.cli;

import java.util.Locale;

/** Tables of loaded kexts, made up in the form of kextstat. */
final class Tables {
  static final String HEADER =
      "Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>\n";

  /** A Mac with macOS 10.15 on which Panel links against Widget. */
  static final String CATALINA =
      HEADER
          + row(1, 4, "com.apple.kpi.bsd", "19.6.0", "")
          + row(2, 4, "com.apple.kpi.libkern", "19.6.0", "")
          + row(90, 1, "com.example.driver.Widget", "1.2.3", " <2 1>")
          + row(93, 0, "com.example.driver.Panel", "1.0", " <90 2 1>");

  private Tables() {}

  private static String row(
      int tag, int references, String identifier, String version, String links) {
    return String.format(
        Locale.ROOT,
        "%5d %4d 0xffffff7f80a%02x000 0x9c80     0x9c80     %s (%s) 52553255-8EC4-457A-80B1-71EC3236%04X%s%n",
        tag,
        references,
        tag,
        identifier,
        version,
        tag,
        links);
  }
}
