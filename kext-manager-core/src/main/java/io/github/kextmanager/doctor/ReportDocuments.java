package io.github.kextmanager.doctor;

import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.log.KextLog;
import io.github.kextmanager.log.LogReading;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.tool.Toolset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a report about the kexts of a Mac holds beside the diagnoses: its facts, the versions of its
 * tools, the table of loaded kexts, the log, and the reports of panics in which kexts of others
 * stood. Where nothing was found, that is what a document says. Nothing is redacted yet.
 */
final class ReportDocuments {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final List<List<String>> TOOLS =
      List.of(List.of("/usr/bin/sw_vers"), List.of("/usr/bin/uname", "-a"));

  private final CommandRunner runner;
  private final MacSeen mac;
  private final Duration deadline;

  ReportDocuments(CommandRunner runner, MacSeen mac, Duration deadline) {
    this.runner = runner;
    this.mac = mac;
    this.deadline = deadline;
  }

  List<Document> ofLast(Duration back) {
    List<Document> documents = new ArrayList<>();
    documents.add(new Document("mac.txt", FactsText.of(mac.facts())));
    documents.add(
        new Document("tools.txt", TOOLS.stream().map(this::answer).collect(Collectors.joining())));
    MacOsVersion release = mac.target().release();
    CommandLine look = Toolset.of(release).look().command(deadline);
    documents.add(new Document("loaded.txt", answer(look)));
    documents.add(new Document("log.txt", log(release, back)));
    documents.addAll(new PanicDocuments(mac).all());
    return documents;
  }

  private String answer(List<String> argv) {
    return answer(
        CommandLine.of(Path.of(argv.get(0)), argv.subList(1, argv.size()).toArray(String[]::new))
            .withTimeout(deadline));
  }

  private String answer(CommandLine command) {
    String asked = "$ " + String.join(" ", command.argv()) + "\n";
    try {
      CommandResult result = runner.run(command);
      return asked
          + result.stdout().text()
          + result.stderr().text()
          + "(%s)\n\n".formatted(ending(result.termination()));
    } catch (CommandInterruptedException interrupted) {
      throw interrupted;
    } catch (CommandException failed) {
      return asked + failed.getMessage() + "\n\n";
    }
  }

  private static String ending(Termination termination) {
    if (termination instanceof Termination.Exited exited) {
      return "exit status " + exited.status();
    }
    if (termination instanceof Termination.Signalled signalled) {
      return "ended by signal " + signalled.signal();
    }
    return "stopped: it did not end in time";
  }

  private String log(MacOsVersion release, Duration back) {
    LogReading reading =
        new KextLog(runner, mac.root(), release, CLOCK)
            .since(CLOCK.instant().minus(back), deadline);
    String asked =
        "What the kernel and the daemons for kexts said in the last %d minutes: %d messages.\n"
            .formatted(back.toMinutes(), reading.lines().size());
    return asked
        + reading.problem().map("That may not be all: %s\n"::formatted).orElse("")
        + reading.lines().stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }
}
