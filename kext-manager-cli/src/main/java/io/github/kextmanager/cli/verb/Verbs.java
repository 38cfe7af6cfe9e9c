package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.grammar.Verb;
import java.util.List;
import java.util.Optional;

/** All verbs by their names. */
public final class Verbs {
  /** The names in the order of the manual. */
  public static final List<String> NAMES = List.of("parse kextstat", "parse version");

  private Verbs() {}

  /** The verb of a name. Nothing of the others is loaded. */
  public static Optional<Verb> named(String name) {
    return switch (name) {
      case "parse kextstat" -> Optional.of(new ParseKextstat());
      case "parse version" -> Optional.of(new ParseVersion());
      default -> Optional.empty();
    };
  }
}
