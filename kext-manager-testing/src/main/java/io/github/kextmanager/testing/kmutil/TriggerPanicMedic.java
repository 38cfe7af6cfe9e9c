package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import java.util.List;
import java.util.Optional;

/** {@code kmutil trigger-panic-medic}, which is for recoveryOS only. */
record TriggerPanicMedic(MacOsVersion release) implements Subcommand {
  @Override
  public String name() {
    return "trigger-panic-medic";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
        "Delete and disable loading of third party kexts in order to safely boot into a target"
            + " volume. (can only be triggered in Recovery mode)",
        List.of(Option.one(Options.VOLUME_ROOT, "The target volume to fix").letter('R')));
  }

  @Override
  public int run(Given given, Invocation invocation) {
    return Answers.print(
        Optional.of(Answers.recoveryOnly("trigger-panic-medic")), release, invocation);
  }
}
