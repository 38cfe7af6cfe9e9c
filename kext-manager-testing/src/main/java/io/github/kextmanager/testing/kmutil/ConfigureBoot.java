package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code kmutil configure-boot}, which is for recoveryOS only. */
record ConfigureBoot(MacOsVersion release) implements Subcommand {
  @Override
  public String name() {
    return "configure-boot";
  }

  @Override
  public Command command() {
    List<Option> options = new ArrayList<>();
    options.add(
        Option.one("custom-boot-object", "File to set as the custom boot object").letter('c'));
    options.add(Option.flag("compress", "Compress the Mach-O payload").letter('C'));
    options.add(Option.one("volume", "Target volume to configure").letter('v'));
    if (release.isAtLeast(Releases.VENTURA)) {
      options.add(
          Option.flag(
                  "raw",
                  "Treat boot object as a raw file to be installed with a custom entry point"
                      + " (--entry-point) and lowest virtual address (--lowest-virtual-address)")
              .letter('r'));
      options.add(
          Option.one(
              "lowest-virtual-address",
              "Lowest virtual memory address (iBoot will map the raw boot object at this virtual"
                  + " address)"));
      options.add(
          Option.one(
              "entry-point", "Virtual memory address of entry point into the raw boot object"));
    }
    return Command.of(
        "kmutil " + name(), "Configure custom boot object policy (recovery-mode only)", options);
  }

  @Override
  public int run(Given given, Invocation invocation) {
    return Answers.print(Optional.of(Answers.recoveryOnly("configure-boot")), release, invocation);
  }
}
