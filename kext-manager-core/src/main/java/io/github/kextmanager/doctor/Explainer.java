package io.github.kextmanager.doctor;

import io.github.kextmanager.classify.Classifier;
import io.github.kextmanager.classify.Transcript;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ReleaseRange;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.Fact;
import io.github.kextmanager.verdict.Mention;
import io.github.kextmanager.verdict.Verdict;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Explains texts about kexts: what a tool printed, a log, a paste. Needs no Mac.
 *
 * <p>Whatever else is known sharpens the answer. Immutable and thread-safe.
 */
public final class Explainer {
  /** The newest release whose tools are known to this library. */
  private static final MacOsVersion NEWEST = new MacOsVersion(27, 0, 0);

  private final Transcript circumstances;

  /** An explainer that knows nothing but the text. */
  public Explainer() {
    this(Transcript.ofText(""));
  }

  private Explainer(Transcript circumstances) {
    this.circumstances = circumstances;
  }

  /**
   * The same for texts of a tool. {@code kmutil} is taken for {@code kmutil load} unless the text
   * shows another of its commands.
   *
   * @param tool the tool
   * @return the explainer
   */
  public Explainer by(ToolName tool) {
    return new Explainer(circumstances.by(tool));
  }

  /**
   * The same for texts of a command that ended by itself.
   *
   * @param exitStatus its exit status
   * @return the explainer
   */
  public Explainer endingWith(int exitStatus) {
    return new Explainer(circumstances.endingWith(exitStatus));
  }

  /**
   * The same for texts from a release of macOS.
   *
   * @param release the release
   * @return the explainer
   */
  public Explainer on(MacOsVersion release) {
    return new Explainer(circumstances.on(release));
  }

  /**
   * Explains a text.
   *
   * @param text the text, whatever it is
   * @return what it means, and what helps; the remedies are those of the release that was given, or
   *     else of the one that the text names, or else of the newest that says such things
   */
  public Explanation explain(String text) {
    return explained(new Classifier().classify(circumstances.saying(text)), Legibility.of(text));
  }

  /**
   * Explains a text of any length, of which little is held at a time.
   *
   * @param text the text, which is not closed
   * @return what it means, and what helps
   * @throws IOException if the text cannot be read to its end
   */
  public Explanation explain(Reader text) throws IOException {
    var remembering = new RememberingReader(text, Legibility.CHARACTERS);
    Verdict verdict = new Classifier().classify(circumstances, remembering);
    return explained(verdict, Legibility.of(remembering.beginning()));
  }

  private Explanation explained(Verdict verdict, Legibility legibility) {
    MacOsVersion release =
        circumstances
            .release()
            .or(() -> named(verdict))
            .orElseGet(() -> newestOf(verdict.details().releases()));
    return Explanation.of(verdict, legibility, release);
  }

  private static Optional<MacOsVersion> named(Verdict verdict) {
    return verdict.details().facts().stream()
        .map(Mention::value)
        .filter(fact -> fact.name().equals("ProductVersion"))
        .map(Fact::value)
        .flatMap(value -> read(value.toString()).stream())
        .findFirst();
  }

  private static Optional<MacOsVersion> read(String text) {
    try {
      return Optional.of(MacOsVersion.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static MacOsVersion newestOf(ReleaseRange releases) {
    return releases.last().isAtLeast(NEWEST) ? NEWEST : releases.last();
  }
}
