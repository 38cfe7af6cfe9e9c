package io.github.kextmanager.validation;

import java.nio.file.Path;
import java.util.List;

/** What a finding is about. */
public sealed interface FindingPlace {
  /** The kext as a whole. */
  record Whole() implements FindingPlace {}

  /**
   * A key of its Info.plist.
   *
   * @param path the keys that lead there, such as {@code IOKitPersonalities}, {@code Driver},
   *     {@code IOClass}
   */
  record Key(List<String> path) implements FindingPlace {
    /** Takes an unmodifiable copy of the list. */
    public Key {
      path = List.copyOf(path);
    }
  }

  /**
   * One of its files.
   *
   * @param path the file as seen on the Mac
   * @param shortName how the tools name it from 10.10 on: its name, or for the bundle itself as
   *     that is shown
   */
  record File(Path path, String shortName) implements FindingPlace {}

  /**
   * Something with a name: an architecture, a personality, another kext.
   *
   * @param name the name
   */
  record Name(String name) implements FindingPlace {}
}
