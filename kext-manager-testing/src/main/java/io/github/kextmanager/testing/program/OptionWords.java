package io.github.kextmanager.testing.program;

import java.util.Optional;

/** A reader of options, as an option sees it whose value may be the next word. */
public interface OptionWords {
  /**
   * The value of the option that was returned last.
   *
   * @return the value, if it has one
   */
  Optional<String> value();

  /**
   * The word that will be looked at next: inside a bundle, the one with the bundle.
   *
   * @return the word, if there is one
   */
  Optional<String> peek();

  /** Passes over the word that would be looked at next. */
  void skip();
}
