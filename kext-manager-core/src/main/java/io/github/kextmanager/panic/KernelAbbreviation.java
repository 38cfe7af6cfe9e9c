package io.github.kextmanager.panic;

import java.util.Map;

/**
 * The abbreviations in which the kernel of an Intel Mac lists identifiers in a panic, to save room
 * (xnu, libkern/kext_panic_report.h and OSKext.cpp, compactIdentifier).
 */
final class KernelAbbreviation {
  private static final Map<Character, String> PREFIXES =
      Map.of(
          '>', "com.apple.driver.",
          '|', "com.apple.iokit.",
          '$', "com.apple.security.",
          '@', "com.apple.");

  private static final Map<Character, String> PARTS =
      Map.of(
          'U', "AppleUSB",
          'A', "Apple",
          'F', "Family",
          'S', "Storage",
          'C', "Controller",
          'B', "Bluetooth",
          'I', "Intel");

  private KernelAbbreviation() {}

  /** The identifier in full; a sign that stands for nothing is kept. */
  static String expand(String printed) {
    var full = new StringBuilder();
    int at = 0;
    if (!printed.isEmpty() && PREFIXES.containsKey(printed.charAt(0))) {
      full.append(PREFIXES.get(printed.charAt(0)));
      at = 1;
    }
    while (at < printed.length()) {
      String part =
          printed.charAt(at) == '!' && at + 1 < printed.length()
              ? PARTS.get(printed.charAt(at + 1))
              : null;
      full.append(part == null ? String.valueOf(printed.charAt(at)) : part);
      at += part == null ? 1 : 2;
    }
    return full.toString();
  }
}
