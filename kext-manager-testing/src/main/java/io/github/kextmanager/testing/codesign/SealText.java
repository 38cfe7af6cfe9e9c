package io.github.kextmanager.testing.codesign;

import io.github.kextmanager.plist.PlistDict;
import java.util.Optional;

/** What codesign prints of the files that a signature covers. */
final class SealText {
  private SealText() {}

  /** {@code Info.plist entries=24}. */
  static String infoPlist(Optional<byte[]> bytes) {
    return bytes
        .flatMap(CodeOnDisk::dictionary)
        .map(dictionary -> "Info.plist entries=%d".formatted(dictionary.entries().size()))
        .orElse("Info.plist=not bound");
  }

  /** {@code Sealed Resources version=2 rules=13 files=3}. */
  static String resources(Optional<byte[]> bytes) {
    return bytes
        .flatMap(CodeOnDisk::dictionary)
        .map(
            seal ->
                seal.get("rules2").isPresent()
                    ? text(2, count(seal, "rules2"), count(seal, "files2"))
                    : text(1, count(seal, "rules"), count(seal, "files")))
        .orElse("Sealed Resources=none");
  }

  private static String text(int version, int rules, int files) {
    return "Sealed Resources version=%d rules=%d files=%d".formatted(version, rules, files);
  }

  private static int count(PlistDict seal, String key) {
    return seal.get(key, PlistDict.class).map(part -> part.entries().size()).orElse(0);
  }
}
