package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.lifecycle.UnloadRequest.Dependents;

/** The words with which an unload is asked for. */
final class UnloadWords {
  private static final String DEPENDENTS_FIRST = "--dependents-first";

  private UnloadWords() {}

  static VerbSpec addTo(VerbSpec spec) {
    return spec.flag(DEPENDENTS_FIRST, "Unload what links against them, too, and before them.");
  }

  /** Refuses them where they mean nothing. */
  static void refuse(Words words, String rule) {
    if (words.has(DEPENDENTS_FIRST)) {
      throw new UsageException(DEPENDENTS_FIRST + " " + rule);
    }
  }

  static UnloadRequest request(Words words) {
    return new UnloadRequest(
        words.objects().stream().map(word -> new KextWord(word).identifier()).toList(),
        words.has(DEPENDENTS_FIRST) ? Dependents.UNLOAD_FIRST : Dependents.KEEP);
  }
}
