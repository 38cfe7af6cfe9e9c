package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.NewMac;
import io.github.kextmanager.cli.mac.StandingMac;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.OnDiskMac;
import picocli.CommandLine.Model.CommandSpec;

/** Installs a newer macOS on a simulated Mac. */
final class MacUpgrade implements Verb {
  @Override
  public CommandSpec spec() {
    return MacWords.folder(
            VerbSpec.of(
                "Install a newer macOS on a simulated Mac, and restart it.",
                "Kexts and approvals are kept; what is there when the Mac comes to 10.13 needs no"
                    + " approval. The tools are those of the new release from then on.",
                MacAnswer.JSON))
        .object("RELEASE", "The new release.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    MacOsVersion release = NewMac.release(words.object(1));
    OnDiskMac mac = MacWords.mac(words);
    StandingMac.change(mac, it -> it.upgrade(release));
    return MacAnswer.give(mac, words, console);
  }
}
