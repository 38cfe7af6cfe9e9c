package io.github.kextmanager.doctor;

import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.host.HostFacts;
import io.github.kextmanager.host.HostFacts.Chip;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.QueryFailedException;
import io.github.kextmanager.model.TargetMac;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * By which rules the kexts of a Mac are judged: its release, the architecture of its kernel, how it
 * was started.
 */
final class TargetProbe {
  private static final MacOsVersion MOUNTAIN_LION = new MacOsVersion(10, 8, 0);

  private final CommandRunner runner;
  private final Duration deadline;

  TargetProbe(CommandRunner runner, Duration deadline) {
    this.runner = runner;
    this.deadline = deadline;
  }

  /**
   * The rules.
   *
   * @throws QueryFailedException if the release is not known
   */
  TargetMac target(HostFacts facts) {
    MacOsVersion release =
        facts
            .release()
            .value()
            .orElseThrow(
                () ->
                    new QueryFailedException(
                        "The release of macOS could not be found out: "
                            + Ground.of(facts.release()).text(),
                        List.of()));
    return new TargetMac(
        release, architecture(release, facts), facts.boot().value().orElse(BootMode.NORMAL));
  }

  private Architecture architecture(MacOsVersion release, HostFacts facts) {
    if (facts.chip().value().filter(Chip.APPLE_SILICON::equals).isPresent()) {
      return Architecture.ARM64E;
    }
    // Kernels of 10.6 and 10.7 have either width, whatever the processor.
    return !release.isAtLeast(MOUNTAIN_LION) && kernelIs32Bit()
        ? Architecture.I386
        : Architecture.X86_64;
  }

  private boolean kernelIs32Bit() {
    var uname = CommandLine.of(Path.of("/usr/bin/uname"), "-m").withTimeout(deadline);
    try {
      return runner.run(uname).stdout().text().strip().equals("i386");
    } catch (CommandInterruptedException interrupted) {
      throw interrupted;
    } catch (CommandException notThere) {
      return false;
    }
  }
}
