package io.github.kextmanager.tool;

import io.github.kextmanager.model.BundleIdentifier;
import java.nio.file.Path;

/**
 * The last check before a value becomes a word of a command line that runs as root, wherever the
 * value came from.
 */
final class Argument {
  private Argument() {}

  /**
   * An identifier as a word.
   *
   * @throws IllegalArgumentException if it is not well-formed
   */
  static String of(BundleIdentifier identifier) {
    return BundleIdentifier.of(identifier.value()).value();
  }

  /**
   * A path as a word. Absolute, so it cannot be read as an option; normal, so that it says where it
   * leads, links apart; one line, so that it cannot forge a line of the tool's answer.
   *
   * @throws IllegalArgumentException if it is not all of that
   */
  static String of(Path path) {
    String word = path.toString();
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("A path for a tool must be absolute: \"" + word + "\".");
    }
    if (!path.normalize().equals(path)) {
      throw new IllegalArgumentException(
          "A path for a tool must not go through \".\" or \"..\": \"" + word + "\".");
    }
    if (word.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A path for a tool must not hold control characters: \""
              + word.replaceAll("\\p{Cntrl}", "?")
              + "\".");
    }
    return word;
  }
}
