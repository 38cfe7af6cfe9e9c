package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.ChosenMac;
import io.github.kextmanager.lifecycle.LoadRequest;
import java.nio.file.Path;
import java.util.List;

/** The words with which a load is asked for. */
final class LoadWords {
  private static final String DEPENDENCY = "--dependency";
  private static final String REPOSITORY = "--repository";

  private LoadWords() {}

  static VerbSpec addTo(VerbSpec spec) {
    return spec.repeatable(DEPENDENCY, "BUNDLE", "A kext that may be used as a library.")
        .repeatable(REPOSITORY, "FOLDER", "A folder to search for libraries.");
  }

  static LoadRequest request(Words words, ChosenMac mac) {
    return new LoadRequest(
        words.objects().stream().map(word -> new KextWord(word).target(mac)).toList(),
        paths(words.values(DEPENDENCY), mac),
        paths(words.values(REPOSITORY), mac));
  }

  /** Refuses them where they mean nothing. */
  static void refuse(Words words, String rule) {
    for (String option : List.of(DEPENDENCY, REPOSITORY)) {
      if (words.has(option)) {
        throw new UsageException(option + " " + rule);
      }
    }
  }

  private static List<Path> paths(List<String> words, ChosenMac mac) {
    return words.stream().map(mac::path).toList();
  }
}
