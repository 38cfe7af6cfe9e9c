package io.github.kextmanager.cli.verb;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.Volume;
import io.github.kextmanager.doctor.SudoersFragment;
import io.github.kextmanager.doctor.SudoersFragment.Grant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the rules by which sudo lets a user load and unload certain kexts. */
final class Sudoers implements Verb {
  private static final String USER = "--user";

  @Override
  public CommandSpec spec() {
    return TargetWords.addTo(
            VerbSpec.of(
                "Write the rules of sudo that let a user load and unload kexts. Needs no Mac.",
                "Prints rules for exactly the command lines by which kextm loads and unloads these"
                    + " kexts on that release, one kext at a time. Check them with visudo -c -f FILE,"
                    + " then put them into /etc/sudoers.d, owned by root, with mode 0440.",
                "Whoever may write to such a bundle becomes root by this: it must belong to root, and"
                    + " so must every folder above it.",
                "In JSON: rules."))
        .required(USER, "USER", "The user, or with %% before it a group.")
        .objects("BUNDLE", "1..*", "The bundles of the kexts, by their paths.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    Volume volume = Volume.of(words.options());
    List<KextBundle> bundles = OpenedBundles.of(words.objects(), volume);
    String rules = rules(words, bundles);
    if (words.options().format() == Format.JSON) {
      console.json().text("rules", rules).end();
    } else {
      console.printText(rules);
    }
    return ExitStatus.DONE;
  }

  private static String rules(Words words, List<KextBundle> bundles) {
    try {
      return new SudoersFragment(TargetWords.target(words).release())
          .text(
              words.text(USER),
              bundles.stream()
                  .map(bundle -> new Grant(bundle.identifier(), bundle.path()))
                  .toList());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
