package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.StandingMac;
import io.github.kextmanager.testing.OnDiskMac;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Takes the permission of kexts back on a simulated Mac. */
final class MacDeny implements Verb {
  @Override
  public CommandSpec spec() {
    return MacWords.folder(
            VerbSpec.of(
                "Take the permission of kexts back on a simulated Mac.",
                "Those that are loaded stay loaded."))
        .others("ID|TEAM", "Bundle identifiers, or team identifiers of ten letters and digits.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    OnDiskMac mac = MacWords.mac(words);
    List<DecidedKexts> decided = DecidedKexts.of(words.others(1));
    StandingMac.change(mac, it -> decided.forEach(each -> each.denyOn(it)));
    return MacAnswer.give(mac, words, console);
  }
}
