package io.github.kextmanager.classify;

import io.github.kextmanager.model.BundleIdentifier;
import java.util.Arrays;
import java.util.List;

/** Bundle identifiers with commas between them. */
final class IdentifierList {
  private IdentifierList() {}

  /** Those among the words that are identifiers. */
  static List<BundleIdentifier> of(String text) {
    return Arrays.stream(text.split(",", -1))
        .filter(Slot::isIdentifier)
        .map(BundleIdentifier::reported)
        .toList();
  }
}
