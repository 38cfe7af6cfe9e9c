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

/** Closes a device of a kext on a simulated Mac. */
final class MacClose implements Verb {
  @Override
  public CommandSpec spec() {
    return MacWords.folder(
            VerbSpec.of(
                "Close a device of a kext on a simulated Mac that was opened.", MacAnswer.JSON))
        .object("ID", "The bundle identifier of the kext, which is loaded.")
        .object("CLASS", "The class of its driver.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    BundleIdentifier identifier = new KextWord(words.object(1)).identifier();
    OnDiskMac mac = MacWords.mac(words);
    StandingMac.change(mac, it -> it.closeInstance(identifier, words.object(2)));
    return MacAnswer.give(mac, words, console);
  }
}
