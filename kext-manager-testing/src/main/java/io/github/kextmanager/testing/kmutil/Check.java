package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import java.util.List;

/** {@code kmutil check}: the collections of a simulated Mac always fit, and nothing is said. */
record Check() implements Subcommand {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
        "Check the consistency of kext collections against each other and/or load information"
            + " in-kernel.",
        List.of(
            Option.many("collection", "Which types of artifact to check."),
            Option.flag(
                "collection-linkage",
                "Check to see that the collections on the system are properly linked together."),
            Option.flag(
                "load-info", "Default: check to see that load info matches collections on disk."),
            Option.flag(
                "kernel-only",
                "When checking load info, just check the kernel UUID and nothing else.")));
  }

  @Override
  public int run(Given given, Invocation invocation) {
    return 0;
  }
}
