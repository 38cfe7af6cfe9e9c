package io.github.kextmanager.bundle;

import io.github.kextmanager.plist.KernelPlist;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistValue;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** What came of reading the property list of a bundle. */
sealed interface InfoPlist {
  /** The kernel's own parser accepts it. */
  record Accepted(BundleLayout layout, PlistDict root) implements InfoPlist {}

  /** The kernel's own parser refuses it; another may read it. */
  record Refused(
      BundleLayout layout, KernelPlist.Refused refusal, Supplier<PlistValue> ordinaryReading)
      implements InfoPlist {}

  /** Nobody can do anything with it. */
  record Unusable(BundleLayout layout, Lack lack, String explanation, Optional<IOException> failure)
      implements InfoPlist {}

  /** What is amiss. */
  enum Lack {
    /** There is no such file, or something else is in its place. */
    NO_FILE,
    /** The file was not read. */
    NOT_READ,
    /** Its root is no dictionary. */
    NO_DICTIONARY
  }

  /** The layout of the bundle. */
  BundleLayout layout();

  static InfoPlist notADictionary(BundleLayout layout, String kind) {
    return new Unusable(
        layout,
        Lack.NO_DICTIONARY,
        "its Info.plist is of the kind %s, not a dictionary".formatted(kind),
        Optional.empty());
  }

  static InfoPlist noFile(BundleLayout layout, String explanation) {
    return new Unusable(layout, Lack.NO_FILE, explanation, Optional.empty());
  }

  static InfoPlist tooLarge(BundleLayout layout, long size, int limit) {
    return new Unusable(
        layout,
        Lack.NOT_READ,
        "its Info.plist has %d bytes, and at most %d are read".formatted(size, limit),
        Optional.empty());
  }

  static InfoPlist notRead(BundleLayout layout, IOException failure) {
    return new Unusable(
        layout,
        Lack.NOT_READ,
        "its Info.plist cannot be read: " + FailureText.of(failure),
        Optional.of(failure));
  }
}
