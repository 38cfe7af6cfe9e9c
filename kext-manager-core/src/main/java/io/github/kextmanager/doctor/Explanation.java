package io.github.kextmanager.doctor;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.NamedKext;
import io.github.kextmanager.verdict.Remedies;
import io.github.kextmanager.verdict.Remedy;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;

/**
 * What a text means, and what helps.
 *
 * @param verdict what it means; of what is no text, and tells nothing, with few lines alone
 * @param legibility whether it is text at all
 * @param release the release of macOS for which the remedies are
 * @param remedies what helps, in the order of who can act; nothing against what is no refusal
 */
public record Explanation(
    Verdict verdict, Legibility legibility, MacOsVersion release, List<Remedy> remedies) {
  private static final int LINES_OF_NO_TEXT = 3;
  private static final int LENGTH_OF_NO_TEXT = 80;

  /** Takes an unmodifiable copy of the list. */
  public Explanation {
    remedies = List.copyOf(remedies);
  }

  /**
   * Whether nothing can be said of it because it is no text.
   *
   * @return true if it is none, and nothing in it told anything
   */
  public boolean isNoText() {
    return isNoText(verdict, legibility);
  }

  private static boolean isNoText(Verdict verdict, Legibility legibility) {
    return !legibility.isText() && verdict.category() == Category.UNKNOWN;
  }

  static Explanation of(Verdict verdict, Legibility legibility, MacOsVersion release) {
    if (isNoText(verdict, legibility)) {
      return new Explanation(little(verdict), legibility, release, List.of());
    }
    NamedKext kext = NamedKext.of(verdict);
    List<Remedy> remedies =
        verdict.category().reason().stream()
            .flatMap(reason -> Remedies.of(reason, release).stream())
            .map(remedy -> remedy.about(kext))
            .toList();
    return new Explanation(verdict, legibility, release, remedies);
  }

  private static Verdict little(Verdict verdict) {
    return verdict.withEvidence(
        verdict.evidence().stream().limit(LINES_OF_NO_TEXT).map(Explanation::little).toList());
  }

  private static Evidence little(Evidence line) {
    String text = line.text();
    return new Evidence(
        line.source(), line.line(), text.substring(0, Math.min(text.length(), LENGTH_OF_NO_TEXT)));
  }
}
