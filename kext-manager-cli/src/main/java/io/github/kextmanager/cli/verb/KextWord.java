package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.mac.ChosenMac;
import io.github.kextmanager.lifecycle.LoadRequest.Target;
import io.github.kextmanager.model.BundleIdentifier;

/**
 * A word that names a kext: with a slash in it a path, else an identifier.
 *
 * @param text the word
 */
record KextWord(String text) {
  /**
   * The identifier that it must be.
   *
   * @throws UsageException if it is none
   */
  BundleIdentifier identifier() {
    if (isPath()) {
      throw new UsageException(
          "Here a kext is named by its bundle identifier, which is CFBundleIdentifier in its"
              + " Info.plist, not by a path: \""
              + text
              + "\".");
    }
    try {
      return BundleIdentifier.of(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The kext to load.
   *
   * @throws UsageException if it is neither a path nor an identifier
   */
  Target target(ChosenMac mac) {
    return isPath() ? new Target.Located(mac.path(text)) : new Target.Identified(identifier());
  }

  /** Whether it is a path. */
  boolean isPath() {
    return text.indexOf('/') >= 0;
  }
}
