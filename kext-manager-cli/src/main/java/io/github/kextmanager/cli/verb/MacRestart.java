package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.StandingMac;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.testing.OnDiskMac;
import io.github.kextmanager.testing.SimulatedMac;
import picocli.CommandLine.Model.CommandSpec;

/** Restarts a simulated Mac. */
final class MacRestart implements Verb {
  private static final String SAFE = "--safe-boot";
  private static final String NORMAL = "--normal";

  @Override
  public CommandSpec spec() {
    return MacWords.folder(
            VerbSpec.of(
                "Restart a simulated Mac.",
                "What was loaded by hand is gone, and a new boot session begins. Without an option it"
                    + " starts the way it was started last."))
        .flag(SAFE, "Start it as a safe boot.")
        .flag(NORMAL, "Start it as usual, after a safe boot.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    if (words.has(SAFE) && words.has(NORMAL)) {
      throw new UsageException("--safe-boot and --normal contradict each other.");
    }
    OnDiskMac mac = MacWords.mac(words);
    StandingMac.change(mac, it -> restart(it, words));
    return MacAnswer.give(mac, words, console);
  }

  private static void restart(SimulatedMac mac, Words words) {
    if (words.has(SAFE)) {
      mac.restart(BootMode.SAFE);
    } else if (words.has(NORMAL)) {
      mac.restart(BootMode.NORMAL);
    } else {
      mac.restart();
    }
  }
}
