package io.github.kextmanager.testing.transcript;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.SimulatedMacBuilder;
import io.github.kextmanager.testing.TestKext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A Mac, what has happened on it, and a command whose output a transcript shows.
 *
 * <p>{@code piece} is empty where the transcript shows all that the command printed.
 */
record Situation(
    String transcript,
    String release,
    UnaryOperator<SimulatedMacBuilder> kind,
    Consumer<SimulatedMac> before,
    List<String> command,
    int status,
    String piece) {

  static Situation on(String release, String transcript) {
    return new Situation(transcript, release, builder -> builder, mac -> {}, List.of(), 0, "");
  }

  Situation mac(UnaryOperator<SimulatedMacBuilder> more) {
    return new Situation(transcript, release, more, before, command, status, piece);
  }

  Situation after(Consumer<SimulatedMac> more) {
    return new Situation(transcript, release, kind, before.andThen(more), command, status, piece);
  }

  Situation installed(String bundle, TestKext kext) {
    return after(mac -> mac.install(kext.at(Path.of(bundle))));
  }

  Situation approved(String bundle, TestKext kext) {
    return after(mac -> mac.approve(kext.identifier())).installed(bundle, kext);
  }

  Situation ran(String... words) {
    return after(mac -> mac.run(line(List.of(words))));
  }

  Situation answers(int expected, String... words) {
    return new Situation(transcript, release, kind, before, List.of(words), expected, piece);
  }

  /** The transcript shows no more of it than these words. */
  Situation inPart(String words) {
    return new Situation(transcript, release, kind, before, command, status, words);
  }

  /** What a Mac in this situation answers. */
  Answer answer() {
    var builder = SimulatedMac.builder(MacOsVersion.parse(release));
    try (SimulatedMac mac = kind.apply(builder).build()) {
      before.accept(mac);
      CommandResult result = mac.run(line(command));
      List<String> lines = new ArrayList<>(result.stdout().text().lines().toList());
      lines.addAll(result.stderr().text().lines().toList());
      return new Answer(((Termination.Exited) result.termination()).status(), lines);
    }
  }

  /** An exit status and everything that was printed. */
  record Answer(int status, List<String> lines) {}

  private static CommandLine line(List<String> words) {
    return CommandLine.of(
        Path.of(words.get(0)), words.subList(1, words.size()).toArray(String[]::new));
  }

  @Override
  public String toString() {
    return transcript + " on " + release;
  }
}
