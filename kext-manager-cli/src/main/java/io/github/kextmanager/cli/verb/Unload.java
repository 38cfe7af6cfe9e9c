package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.ChangeAnswer;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.UnloadAnswer;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.ChosenMac;
import io.github.kextmanager.cli.mac.ChosenMac.Need;
import io.github.kextmanager.lifecycle.UnloadRequest;
import picocli.CommandLine.Model.CommandSpec;

/** Unloads kexts. */
final class Unload implements Verb {
  @Override
  public CommandSpec spec() {
    return UnloadWords.addTo(
            VerbSpec.of(
                "Unload kexts.",
                "All that are named are unloaded by one command, each before those that it links"
                    + " against. Then the kernel is looked at again, and the answer says what it"
                    + " shows.",
                ChangeWords.JSON))
        .objects("ID", "1..*", "Bundle identifiers.")
        .recordable()
        .remembering()
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    GlobalOptions options = words.options();
    UnloadRequest request = UnloadWords.request(words);
    try (ChosenMac mac = ChosenMac.of(options, Need.KERNEL_AND_FILES, console)) {
      return ChangeAnswer.give(
          UnloadAnswer.of(mac.manager().unload(request)),
          mac.manager().release(),
          options.format(),
          console);
    }
  }
}
