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
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Makes sure that kexts are loaded, or that they are not. */
final class Ensure implements Verb {
  private static final String ABSENT = "--absent";

  @Override
  public CommandSpec spec() {
    return UnloadWords.addTo(
            LoadWords.addTo(
                VerbSpec.of(
                        "Make sure that kexts are loaded, or absent.",
                        "Where one look shows that it is so already, nothing is run as root.",
                        "With --absent, a kext that others link against stays, and the status is"
                            + " 22: to stop what belongs to others is to be asked for, by"
                            + " --dependents-first.",
                        ChangeWords.JSON)
                    .flag(ABSENT, "Make sure that they are not loaded.")))
        .objects("ID|BUNDLE", "1..*", ChangeWords.KEXTS + " With --absent, identifiers only.")
        .recordable()
        .remembering()
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    GlobalOptions options = words.options();
    boolean absent = words.has(ABSENT);
    if (absent) {
      LoadWords.refuse(words, "goes with loading, not with " + ABSENT + ".");
    } else {
      UnloadWords.refuse(words, "goes with " + ABSENT + ".");
    }
    try (ChosenMac mac = ChosenMac.of(options, Need.KERNEL_AND_FILES, console)) {
      List<ChangeAnswer> answers =
          absent
              ? UnloadAnswer.of(mac.manager().ensureAbsent(UnloadWords.request(words)))
              : LoadWords.load(words, mac, console, mac.manager()::ensureLoaded);
      return ChangeAnswer.give(answers, mac.manager().release(), options.format(), console);
    }
  }
}
