package io.github.kextmanager.model;

import java.util.Optional;

/** A version, or why there is none. */
record VersionReading(Optional<KextVersion> version, String complaint) {
  static VersionReading valid(KextVersion version) {
    return new VersionReading(Optional.of(version), "");
  }

  /**
   * No version.
   *
   * @param reason the place and the rule, as a clause
   */
  static VersionReading invalid(VersionGrammar grammar, String text, String reason) {
    return new VersionReading(
        Optional.empty(),
        "%s is not a kext version of macOS %s: %s."
            .formatted(PrintableText.quoted(text), grammar.releases(), reason));
  }

  KextVersion orThrow() {
    return version.orElseThrow(() -> new IllegalArgumentException(complaint));
  }
}
