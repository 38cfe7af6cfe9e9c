package io.github.kextmanager.doctor;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.NamedKext;
import io.github.kextmanager.verdict.Remedies;
import io.github.kextmanager.verdict.Remedy;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;

/**
 * What a text means, and what helps.
 *
 * @param verdict what it means
 * @param release the release of macOS for which the remedies are
 * @param remedies what helps, in the order of who can act; nothing against what is no refusal
 */
public record Explanation(Verdict verdict, MacOsVersion release, List<Remedy> remedies) {
  /** Takes an unmodifiable copy of the list. */
  public Explanation {
    remedies = List.copyOf(remedies);
  }

  static Explanation of(Verdict verdict, MacOsVersion release) {
    NamedKext kext = NamedKext.of(verdict);
    List<Remedy> remedies =
        verdict.category().reason().stream()
            .flatMap(reason -> Remedies.of(reason, release).stream())
            .map(remedy -> remedy.about(kext))
            .toList();
    return new Explanation(verdict, release, remedies);
  }
}
