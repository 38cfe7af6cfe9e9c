package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.program.Invocation;
import java.util.Optional;

/** {@code kmutil emit-macho}: there are no collections on the disk of a simulated Mac. */
record EmitMachO(MacOsVersion release) implements Subcommand {
  @Override
  public String name() {
    return "emit-macho";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
        "Unwrap and uncompress given kernel collections to emit raw Mach-O files",
        Options.common(),
        Options.collections());
  }

  @Override
  public int run(Given given, Invocation invocation) {
    return Answers.print(
        Optional.of(
            Answers.other("Could not find: Unable to get contents of boot kernel collection")),
        release,
        invocation);
  }
}
