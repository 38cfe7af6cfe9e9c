package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.ArrayList;
import java.util.List;

/** {@code kmutil log}: {@code log} with a predicate for what concerns kernel extensions. */
record LogMessages(Program log) implements Subcommand {
  private static final String LOG = "/usr/bin/log";
  private static final String PREDICATE = "process == \"kernelmanagerd\" OR process == \"kmutil\"";

  @Override
  public String name() {
    return "log";
  }

  @Override
  public Command command() {
    return Command.of(
            "kmutil " + name(), "Display logging information about the KernelManagement subsystem.")
        .taking("log-arguments");
  }

  @Override
  public int run(Given given, Invocation invocation) {
    List<String> words = new ArrayList<>(given.operands());
    words.addAll(List.of("--predicate", PREDICATE));
    return log.run(invocation.as(LOG).with(words));
  }

  /** Every word is for {@code log}, but for the ones that ask for help. */
  @Override
  public List<String> prepared(List<String> words) {
    if (words.contains("--help") || words.contains("-h")) {
      return words;
    }
    List<String> operands = new ArrayList<>(List.of("--"));
    operands.addAll(words);
    return operands;
  }
}
