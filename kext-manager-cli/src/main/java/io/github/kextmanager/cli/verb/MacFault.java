package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.StandingMac;
import io.github.kextmanager.testing.OnDiskMac;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Lets something go wrong on a simulated Mac. */
final class MacFault implements Verb {
  private static final String TIMES = "--times";
  private static final String CLEAR = "--clear";
  private static final int MOST_TIMES = 1000;

  @Override
  public CommandSpec spec() {
    return MacWords.folder(
            VerbSpec.of(
                "Let something go wrong on a simulated Mac.",
                "\"kextload killed 9\" kills the next run of kextload, \"kextload#2 hang\" lets the"
                    + " second one from now hang until somebody ends it, \"kernel/load panic Oops\""
                    + " restarts the Mac. The answer to an unknown word names all that are known.",
                "\"mac show\" tells what is still to go wrong.",
                MacAnswer.JSON))
        .object(
            "TOOL", "When: a tool, any, kernel/REQUEST or kextd; #2: the second time; *: always.")
        .others("FAULT", "What: hang, slow PT20S, killed 9, exit 1, cut 300, missing, ...")
        .value(TIMES, "N", "Plan it for the next N times. Default: 1.")
        .flag(CLEAR, "Drop first what is still to go wrong.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    OnDiskMac mac = MacWords.mac(words);
    List<String> plans = plans(words);
    StandingMac.change(
        mac,
        it -> {
          if (words.has(CLEAR)) {
            it.faults().clear();
          }
          plans.forEach(it.faults()::plan);
        });
    return MacAnswer.give(mac, words, console);
  }

  private static List<String> plans(Words words) {
    String occasion = words.object(1);
    String fault = String.join(" ", words.others(2));
    if (!words.has(TIMES)) {
      return List.of(occasion + " " + fault);
    }
    if (!occasion.matches("[a-z_/-]+")) {
      throw new UsageException(TIMES + " counts itself: \"" + occasion + "\" must not count too.");
    }
    List<String> plans = new ArrayList<>();
    for (int i = 1; i <= times(words.text(TIMES)); i++) {
      plans.add(occasion + "#" + i + " " + fault);
    }
    return plans;
  }

  private static int times(String word) {
    if (!word.matches("[1-9][0-9]{0,3}") || Integer.parseInt(word) > MOST_TIMES) {
      throw new UsageException(
          TIMES + " is a number from 1 to " + MOST_TIMES + ", not \"" + word + "\".");
    }
    return Integer.parseInt(word);
  }
}
