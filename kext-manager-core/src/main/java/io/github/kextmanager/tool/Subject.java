package io.github.kextmanager.tool;

import io.github.kextmanager.model.BundleIdentifier;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kext that a tool was asked about, under all the names by which the tools may speak of it.
 *
 * @param identifier its identifier
 * @param bundle the path of its bundle, if the tool was given it
 */
public record Subject(BundleIdentifier identifier, Optional<Path> bundle) {
  /**
   * Whether a line names this kext: by its identifier, by the path of its bundle, or, as the
   * messages of Apple's library do up to 10.14.4, by the bundle's bare name.
   *
   * @param line a line of a tool's answer
   * @return true if a name stands there, and not as a part of a longer one
   */
  public boolean isNamedIn(String line) {
    return names().anyMatch(name -> stands(name, line));
  }

  private Stream<String> names() {
    return Stream.concat(
            Stream.of(identifier.value()),
            bundle.map(Path::getFileName).map(Path::toString).stream())
        .filter(name -> !name.isEmpty());
  }

  /** A dot behind a name ends a sentence, unless the name goes on behind it. */
  private static boolean stands(String name, String line) {
    return Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w-]|\\.\\w)")
        .matcher(line)
        .find();
  }
}
