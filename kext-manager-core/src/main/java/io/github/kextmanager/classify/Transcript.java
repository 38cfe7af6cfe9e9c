package io.github.kextmanager.classify;

import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a tool said, and what is known of the circumstances.
 *
 * @param tool the tool, if known
 * @param request what it was asked for, as far as known without the text
 * @param release the release of macOS, if known
 * @param exitStatus the exit status, if known; absent too for a command that did not end by itself
 * @param asked the kexts that it was asked for, as far as known without the text
 * @param passages what was written where
 */
public record Transcript(
    Optional<ToolName> tool,
    Request request,
    Optional<MacOsVersion> release,
    OptionalInt exitStatus,
    Asked asked,
    List<Passage> passages) {
  /**
   * A piece of text.
   *
   * @param source where it stood
   * @param text the text, whatever it is
   */
  public record Passage(Evidence.Source source, String text) {}

  /** Takes an unmodifiable copy of the list. */
  public Transcript {
    passages = List.copyOf(passages);
  }

  /**
   * What a command answered, with standard output and standard error apart.
   *
   * @param tool the tool that was run, perhaps through sudo
   * @param release the release of macOS it ran on
   * @param result what came back
   * @return the transcript
   */
  public static Transcript of(ToolName tool, MacOsVersion release, CommandResult result) {
    return new Transcript(
        Optional.of(tool),
        Request.of(tool, result.command().argv()),
        Optional.of(release),
        exitStatus(result.termination()),
        Asked.of(result.command().argv()),
        List.of(
            new Passage(Evidence.Source.STDOUT, result.stdout().text()),
            new Passage(Evidence.Source.STDERR, result.stderr().text())));
  }

  private static OptionalInt exitStatus(Termination termination) {
    return termination instanceof Termination.Exited exited
        ? OptionalInt.of(exited.status())
        : OptionalInt.empty();
  }

  /**
   * A text of which nothing is known, such as a paste.
   *
   * @param text the text
   * @return the transcript
   */
  public static Transcript ofText(String text) {
    return of(List.of(new Passage(Evidence.Source.TEXT, text)));
  }

  /**
   * Pieces of text of which nothing is known but where they stood.
   *
   * @param passages the pieces
   * @return the transcript
   */
  public static Transcript of(List<Passage> passages) {
    return new Transcript(
        Optional.empty(),
        Request.OTHER,
        Optional.empty(),
        OptionalInt.empty(),
        Asked.UNKNOWN,
        passages);
  }

  /**
   * The same, said by a tool. {@code kmutil} is taken for {@code kmutil load} unless the text shows
   * another of its commands.
   *
   * @param tool the tool
   * @return the transcript
   */
  public Transcript by(ToolName tool) {
    return new Transcript(
        Optional.of(tool),
        Request.usualOf(Optional.of(tool)),
        release,
        exitStatus,
        asked,
        passages);
  }

  /**
   * The same with another text.
   *
   * @param text the text, whatever it is
   * @return the transcript
   */
  public Transcript saying(String text) {
    return new Transcript(
        tool,
        request,
        release,
        exitStatus,
        asked,
        List.of(new Passage(Evidence.Source.TEXT, text)));
  }

  /**
   * The same on a release of macOS.
   *
   * @param release the release
   * @return the transcript
   */
  public Transcript on(MacOsVersion release) {
    return new Transcript(tool, request, Optional.of(release), exitStatus, asked, passages);
  }

  /**
   * The same with an exit status.
   *
   * @param exitStatus the status
   * @return the transcript
   */
  public Transcript endingWith(int exitStatus) {
    return new Transcript(tool, request, release, OptionalInt.of(exitStatus), asked, passages);
  }
}
