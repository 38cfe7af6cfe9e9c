package io.github.kextmanager.testing.panic;

import java.util.List;

/**
 * How an Intel kernel shortens identifiers in its lists, so that more of them fit into the memory
 * that survives a restart: one sign for a usual beginning, and {@code !} with a letter for a usual
 * word after it (xnu, libkern/libkern/kext_panic_report.h and {@code compactIdentifier} in
 * OSKext.cpp).
 */
final class CompactIdentifier {
  private static final List<Substitute> BEGINNINGS =
      List.of(
          new Substitute("com.apple.driver.", ">"),
          new Substitute("com.apple.iokit.", "|"),
          new Substitute("com.apple.security.", "$"),
          new Substitute("com.apple.", "@"));

  private static final List<Substitute> WORDS =
      List.of(
          new Substitute("AppleUSB", "!U"),
          new Substitute("Apple", "!A"),
          new Substitute("Family", "!F"),
          new Substitute("Storage", "!S"),
          new Substitute("Controller", "!C"),
          new Substitute("Bluetooth", "!B"),
          new Substitute("Intel", "!I"));

  private record Substitute(String text, String sign) {}

  private CompactIdentifier() {}

  static String of(String identifier) {
    var compact = new StringBuilder();
    int at = take(BEGINNINGS, identifier, 0, compact);
    while (at < identifier.length()) {
      // A word at the very beginning stays.
      int next = at == 0 ? at : take(WORDS, identifier, at, compact);
      if (next == at) {
        compact.append(identifier.charAt(next++));
      }
      at = next;
    }
    return compact.toString();
  }

  private static int take(
      List<Substitute> substitutes, String identifier, int at, StringBuilder compact) {
    for (Substitute substitute : substitutes) {
      if (identifier.startsWith(substitute.text(), at)) {
        compact.append(substitute.sign());
        return at + substitute.text().length();
      }
    }
    return at;
  }
}
