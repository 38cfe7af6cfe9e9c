package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.ChangeAnswer;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.LoadAnswer;
import io.github.kextmanager.cli.answer.WaitText;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.ChosenMac;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The words with which a load is asked for. */
final class LoadWords {
  private static final String DEPENDENCY = "--dependency";
  private static final String WAIT = "--wait";
  private static final String REPOSITORY = "--repository";

  private LoadWords() {}

  static VerbSpec addTo(VerbSpec spec) {
    return spec.repeatable(DEPENDENCY, "BUNDLE", "A kext that may be used as a library.")
        .repeatable(REPOSITORY, "FOLDER", "A folder to search for libraries.")
        .value(
            WAIT,
            "DURATION",
            "Where an approval is owed, wait for it as long as this, and load then. For a restart"
                + " nothing can wait.");
  }

  /** Loads, and waits for approvals if that is asked for; otherwise loads by the other way. */
  static List<ChangeAnswer> load(
      Words words,
      ChosenMac mac,
      Console console,
      Function<LoadRequest, List<LoadOutcome>> withoutWaiting) {
    LoadRequest request = request(words, mac);
    Optional<Duration> wait = words.duration(WAIT);
    List<LoadOutcome> outcomes =
        wait.isPresent()
            ? mac.manager()
                .awaitApproval(
                    request,
                    Waiting.upTo(wait.get()).telling(event -> WaitText.tell(event, console)))
            : withoutWaiting.apply(request);
    return LoadAnswer.of(request, outcomes);
  }

  private static LoadRequest request(Words words, ChosenMac mac) {
    return new LoadRequest(
        words.objects().stream().map(word -> new KextWord(word).target(mac)).toList(),
        paths(words.values(DEPENDENCY), mac),
        paths(words.values(REPOSITORY), mac));
  }

  /** Refuses them where they mean nothing. */
  static void refuse(Words words, String rule) {
    for (String option : List.of(DEPENDENCY, REPOSITORY, WAIT)) {
      if (words.has(option)) {
        throw new UsageException(option + " " + rule);
      }
    }
  }

  private static List<Path> paths(List<String> words, ChosenMac mac) {
    return words.stream().map(mac::path).toList();
  }
}
