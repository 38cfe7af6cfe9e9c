package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.ResolutionAnswer;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.TargetMac;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Says what kexts need, in the order in which it loads. */
final class Resolve implements Verb {
  @Override
  public CommandSpec spec() {
    VerbSpec spec =
        VerbSpec.of(
                "Say what a kext on disk needs, in load order. Needs no Mac.",
                "Where it cannot have all that it needs, everything that is wrong is said, and the exit"
                    + " status is 21; 20 if it or a library is invalid, 66 if there is no such kext.",
                "In JSON, for each kext: path, identifier, version, isResolved, libraries,"
                    + " linkLibraries, loadOrder (each path, identifier, version, and itself last),"
                    + " problems (each path, message). The lists are null where it is not resolved.")
            .objects("KEXT", "1..*", "Bundle identifiers, or paths, which have a slash in them.");
    return ScanWords.addTo(TargetWords.addTo(spec)).build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    Format format = words.options().format();
    TargetMac mac = TargetWords.target(words);
    NamedKexts named = NamedKexts.of(words, mac, console);
    ExitStatus status = named.isComplete() ? ExitStatus.DONE : ExitStatus.NO_INPUT;
    for (String word : words.objects()) {
      List<RepositoryKext> kexts = named.find(word);
      if (kexts.isEmpty()) {
        status = ExitStatus.NO_INPUT;
        ResolutionAnswer.missing(word, named.why(word), format, console);
      }
      for (RepositoryKext kext : kexts) {
        ExitStatus each =
            ResolutionAnswer.answer(named.scan().repository().resolve(kext), format, console);
        status = ResolutionAnswer.worse(status, each);
      }
    }
    return status;
  }
}
