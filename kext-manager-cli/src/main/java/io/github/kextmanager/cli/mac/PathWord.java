package io.github.kextmanager.cli.mac;

import io.github.kextmanager.cli.grammar.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A path on the command line. */
public final class PathWord {
  private PathWord() {}

  /**
   * The path that a word names, absolute or not.
   *
   * @throws UsageException if it cannot be one, or if links would decide where it leads
   */
  public static Path plain(String word) {
    if (word.isEmpty()) {
      throw new UsageException("A path must not be empty.");
    }
    Path path;
    try {
      path = Path.of(word);
    } catch (InvalidPathException e) {
      throw new UsageException("\"" + word + "\" is no path: " + e.getReason() + ".");
    }
    if (word.chars().anyMatch(Character::isISOControl)) {
      throw new UsageException("A path must not hold control characters: \"" + word + "\".");
    }
    for (Path name : path) {
      if (name.toString().equals("..")) {
        throw new UsageException(
            "A path must not go through \"..\", since links decide where that leads: \""
                + word
                + "\".");
      }
    }
    return path;
  }
}
