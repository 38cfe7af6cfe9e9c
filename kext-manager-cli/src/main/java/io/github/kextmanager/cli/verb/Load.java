package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.ChangeAnswer;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.ChosenMac;
import io.github.kextmanager.cli.mac.ChosenMac.Need;
import picocli.CommandLine.Model.CommandSpec;

/** Loads kexts. */
final class Load implements Verb {
  @Override
  public CommandSpec spec() {
    return LoadWords.addTo(
            VerbSpec.of(
                "Load kexts.",
                "All that are named are loaded by one command, with what they need. Then the kernel"
                    + " is looked at again, and the answer says what it shows.",
                ChangeWords.JSON))
        .objects("ID|BUNDLE", "1..*", ChangeWords.KEXTS)
        .recordable()
        .remembering()
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    GlobalOptions options = words.options();
    try (ChosenMac mac = ChosenMac.of(options, Need.KERNEL_AND_FILES, console)) {
      return ChangeAnswer.give(
          LoadWords.load(words, mac, console, mac.manager()::load),
          mac.manager().release(),
          options.format(),
          console);
    }
  }
}
