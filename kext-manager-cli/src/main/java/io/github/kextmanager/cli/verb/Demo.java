package io.github.kextmanager.cli.verb;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.InterruptOnExit;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.SimulatedMac;
import picocli.CommandLine.Model.CommandSpec;

/** Shows the life of a kext on a simulated Mac. */
final class Demo implements Verb {
  private static final MacOsVersion SONOMA = new MacOsVersion(14, 0, 0);

  @Override
  public CommandSpec spec() {
    return VerbSpec.of(
            "Show the life of a kext on a simulated Mac.",
            "From the first refusal for want of an approval to an unload in order, with each command"
                + " that runs and what comes back. Nothing is done to this machine. --simulate chooses"
                + " the release; without it, macOS 14.",
            "In JSON, the answers of load and unload alone.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    GlobalOptions options = words.options();
    if (options.root().isPresent()
        || options.simulatedFrom().isPresent()
        || options.mac().isPresent()) {
      throw new UsageException(
          "The demo has kexts and a Mac of its own: --root, --mac and --simulate-from have no place"
              + " in it.");
    }
    MacOsVersion release = options.simulated().orElse(SONOMA);
    InterruptOnExit interrupt = InterruptOnExit.ofThisThread();
    try (SimulatedMac mac = start(release)) {
      KextManager manager =
          KextManager.builder().runner(mac).root(mac.root()).release(release).build();
      new DemoStory(mac, manager, release, options.format(), console).tell();
      return ExitStatus.DONE;
    } finally {
      interrupt.close();
    }
  }

  private static SimulatedMac start(MacOsVersion release) {
    try {
      return SimulatedMac.builder(release).build();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--simulate: " + e.getMessage());
    }
  }
}
