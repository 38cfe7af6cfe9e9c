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
import io.github.kextmanager.cli.mac.Volume.Owners;
import io.github.kextmanager.doctor.Ground;
import io.github.kextmanager.doctor.SudoersFragment;
import io.github.kextmanager.doctor.SudoersFragment.Grant;
import io.github.kextmanager.doctor.SudoersRisks;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the rules by which sudo lets a user load and unload certain kexts. */
final class Sudoers implements Verb {
  private static final String USER = "--user";
  private static final int MOST_RISKS = 20;

  @Override
  public CommandSpec spec() {
    return TargetWords.addTo(
            VerbSpec.of(
                "Write the rules of sudo that let a user load and unload kexts. Needs no Mac.",
                "Prints rules for exactly the command lines by which kextm loads and unloads these"
                    + " kexts on that release, one kext at a time. Check them with visudo -c -f"
                    + " FILE, then put them into /etc/sudoers.d, owned by root, with mode 0440.",
                "Whoever may change such a bundle, or put another one in its place, becomes root by"
                    + " this. So no rule is written if somebody beside root may write to anything"
                    + " in it or to a folder above it (status 20); below --root, where files do not"
                    + " have the owners that they have on the Mac, that is a warning. Access"
                    + " control lists are not looked at.",
                "A path with a space is refused: sudo cannot tell it from two paths. A link in a"
                    + " path is followed, and the rule names what it leads to.",
                "In JSON: rules (null if refused), risks (each path, text)."))
        .required(USER, "USER", "The user by name or as #UID; with % before it a group.")
        .objects("BUNDLE", "1..*", "The bundles of the kexts, by their paths.")
        .buildForFiles();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    Volume volume = Volume.of(words.options());
    List<KextBundle> bundles = OpenedBundles.of(words.objects(), volume);
    String rules = rules(words, bundles);
    var looking = new SudoersRisks(volume.root(), TargetWords.target(words), volume.ownership());
    List<Ground> risks = bundles.stream().flatMap(each -> looking.of(each).stream()).toList();
    boolean isRefused = !risks.isEmpty() && volume.owners() == Owners.OF_THE_MAC;
    Optional<String> written = isRefused ? Optional.empty() : Optional.of(rules);
    if (words.options().format() == Format.JSON) {
      write(written, risks, console);
    } else {
      written.ifPresent(console::printText);
    }
    if (!risks.isEmpty()) {
      complain(risks, volume.owners(), console);
    }
    return isRefused ? ExitStatus.of(Reason.BAD_OWNERSHIP) : ExitStatus.DONE;
  }

  private static void write(Optional<String> rules, List<Ground> risks, Console console) {
    console
        .json()
        .text("rules", rules)
        .objects(
            "risks",
            risks,
            (json, risk) -> json.text("path", risk.from()).text("text", risk.text()))
        .end();
  }

  private static void complain(List<Ground> risks, Owners owners, Console console) {
    console.complain(
        switch (owners) {
          case OF_THE_MAC ->
              "kextm: no rule was written, since others than root may change what it would let a"
                  + " user load, and become root by that:";
          case OF_A_COPY ->
              "kextm: make sure that on the Mac root alone may change what these rules let a user"
                  + " load; here others may:";
        });
    risks.stream()
        .limit(MOST_RISKS)
        .forEach(risk -> console.complain("kextm:   %s: %s".formatted(risk.from(), risk.text())));
    if (risks.size() > MOST_RISKS) {
      console.complain("kextm:   and %d more".formatted(risks.size() - MOST_RISKS));
    }
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
