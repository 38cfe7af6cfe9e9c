package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.testing.SimulatedMac;
import java.util.List;

/** What a person, or MDM, decides on: one kext, or all of a team. */
sealed interface DecidedKexts {
  /** The words; one of ten capitals and digits is a team. */
  static List<DecidedKexts> of(List<String> words) {
    return words.stream().map(DecidedKexts::of).toList();
  }

  private static DecidedKexts of(String word) {
    if (word.matches("[0-9A-Z]{10}")) {
      return new OfTeam(word);
    }
    try {
      return new One(BundleIdentifier.of(word));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Allows it. */
  void approveOn(SimulatedMac mac);

  /** Takes the permission back. */
  void denyOn(SimulatedMac mac);

  /** One kext. */
  record One(BundleIdentifier identifier) implements DecidedKexts {
    @Override
    public void approveOn(SimulatedMac mac) {
      mac.approve(identifier);
    }

    @Override
    public void denyOn(SimulatedMac mac) {
      mac.deny(identifier);
    }
  }

  /** All of a team. */
  record OfTeam(String team) implements DecidedKexts {
    @Override
    public void approveOn(SimulatedMac mac) {
      mac.approveTeam(team);
    }

    @Override
    public void denyOn(SimulatedMac mac) {
      mac.policy().denyTeam(team);
    }
  }
}
