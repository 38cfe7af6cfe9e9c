package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.program.Invocation;

/** {@code kmutil migrate}, which software update uses and no help lists. */
record Migrate(MacOsVersion release) implements Subcommand {
  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public Command command() {
    return Command.of("kmutil " + name(), "System subcommand used during software update.");
  }

  @Override
  public int run(Given given, Invocation invocation) {
    return Answers.print(Answers.refusal(invocation), release, invocation);
  }
}
