package io.github.kextmanager.validation;

import io.github.kextmanager.model.MacOsVersion;
import java.util.Optional;

/**
 * One thing that is wrong with a kext.
 *
 * @param diagnostic what is wrong
 * @param place where
 * @param note what Apple's library adds, such as {@code should be <string>}
 * @param found the value that is wrong, as far as it can be told in a line
 */
public record Finding(
    Diagnostic diagnostic, FindingPlace place, Optional<String> note, Optional<String> found) {
  private static final MacOsVersion YOSEMITE = new MacOsVersion(10, 10, 0);

  /**
   * A finding about a kext as a whole.
   *
   * @param diagnostic what is wrong
   * @return the finding
   */
  public static Finding of(Diagnostic diagnostic) {
    return of(diagnostic, new FindingPlace.Whole());
  }

  /**
   * A finding about something with a name.
   *
   * @param diagnostic what is wrong
   * @param name the name
   * @return the finding
   */
  public static Finding named(Diagnostic diagnostic, String name) {
    return of(diagnostic, new FindingPlace.Name(name));
  }

  /**
   * A finding.
   *
   * @param diagnostic what is wrong
   * @param place where
   * @return the finding
   */
  public static Finding of(Diagnostic diagnostic, FindingPlace place) {
    return new Finding(diagnostic, place, Optional.empty(), Optional.empty());
  }

  Finding withNote(String note) {
    return new Finding(diagnostic, place, Optional.of(note), found);
  }

  Finding withFound(String found) {
    return new Finding(diagnostic, place, note, Optional.of(found));
  }

  /**
   * Apple's own text for it.
   *
   * @param release a release of macOS
   * @return the text
   */
  public String text(MacOsVersion release) {
    if (diagnostic == Diagnostic.DRIVER_FORBIDDEN_KEY && place instanceof FindingPlace.Key key) {
      return diagnostic.text(release).formatted(key.path().get(0));
    }
    return diagnostic.text(release);
  }

  /**
   * What a release prints beneath the text.
   *
   * @param release a release of macOS
   * @return the value; empty if the text stands alone
   */
  public Optional<String> value(MacOsVersion release) {
    if (diagnostic == Diagnostic.DRIVER_FORBIDDEN_KEY) {
      return Optional.empty();
    }
    return placeIn(release).map(value -> note.map(more -> value + " - " + more).orElse(value));
  }

  private Optional<String> placeIn(MacOsVersion release) {
    if (place instanceof FindingPlace.Key key) {
      return Optional.of(String.join(".", key.path()));
    }
    if (place instanceof FindingPlace.File file) {
      return Optional.of(release.isAtLeast(YOSEMITE) ? file.shortName() : file.path().toString());
    }
    return place instanceof FindingPlace.Name name ? Optional.of(name.name()) : Optional.empty();
  }
}
