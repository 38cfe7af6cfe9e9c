package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.StandingMac;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.testing.OnDiskMac;
import picocli.CommandLine.Model.CommandSpec;

/** Puts a kext on Apple's exclude list of a simulated Mac. */
final class MacExclude implements Verb {
  @Override
  public CommandSpec spec() {
    return MacWords.folder(
            VerbSpec.of(
                "Put a kext on Apple's list of those that nobody may load, on a simulated Mac.",
                "There is such a list from 10.9 on.",
                MacAnswer.JSON))
        .object("ID", "The bundle identifier.")
        .object("VERSIONS", "Which versions, such as \"LE 7.5.1\" or \"1.0 thru 1.9, 2.5\".")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    BundleIdentifier identifier = new KextWord(words.object(1)).identifier();
    OnDiskMac mac = MacWords.mac(words);
    StandingMac.change(mac, it -> it.policy().exclude(identifier, words.object(2)));
    return MacAnswer.give(mac, words, console);
  }
}
