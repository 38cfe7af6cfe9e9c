package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.StandingMac;
import io.github.kextmanager.testing.OnDiskMac;

/** The word that names the folder in which a simulated Mac stands. */
final class MacWords {
  private MacWords() {}

  static VerbSpec folder(VerbSpec spec) {
    return spec.object("DIR", "The folder in which the Mac stands.");
  }

  static OnDiskMac mac(Words words) {
    return StandingMac.at(words.object(0));
  }
}
