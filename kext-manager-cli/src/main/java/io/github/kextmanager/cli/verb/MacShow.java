package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import picocli.CommandLine.Model.CommandSpec;

/** Shows the state of a simulated Mac. */
final class MacShow implements Verb {
  @Override
  public CommandSpec spec() {
    return MacWords.folder(
            VerbSpec.of(
                "Show the state of a simulated Mac that stands in a folder.", MacAnswer.JSON))
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    return MacAnswer.show(MacWords.mac(words), words, console);
  }
}
