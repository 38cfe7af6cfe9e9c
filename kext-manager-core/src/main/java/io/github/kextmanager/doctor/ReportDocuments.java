package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.log.KextLog;
import io.github.kextmanager.log.LogLine;
import io.github.kextmanager.log.LogReading;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.panic.PanicReport;
import io.github.kextmanager.panic.PanicReports;
import io.github.kextmanager.tool.Toolset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a report about the kexts of a Mac holds beside the diagnoses: its facts, the versions of its
 * tools, the table of loaded kexts, the log, and the reports of panics in which kexts of others
 * stood. Nothing is redacted yet.
 */
final class ReportDocuments {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int MOST_PANICS = 5;
  private static final int MOST_BYTES = 1 << 20;
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
    documents.add(
        new Document(
            "log.txt",
            log(
                new KextLog(runner, mac.root(), release, CLOCK)
                    .since(CLOCK.instant().minus(back), deadline))));
    documents.addAll(panics());
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
      return asked + result.stdout().text() + result.stderr().text();
    } catch (CommandInterruptedException interrupted) {
      throw interrupted;
    } catch (CommandException failed) {
      return asked + failed.getMessage() + "\n";
    }
  }

  private static String log(LogReading reading) {
    return reading.problem().map(problem -> problem + "\n").orElse("")
        + reading.lines().stream().map(LogLine::text).collect(Collectors.joining("\n", "", "\n"));
  }

  private List<Document> panics() {
    List<Document> documents = new ArrayList<>();
    List<PanicReports.OnDisk> reports =
        mac.panics().value().map(PanicReports.Search::reports).orElse(List.of());
    for (PanicReports.OnDisk file : reports) {
      if (documents.size() < MOST_PANICS
          && file.report().filter(this::concernsOthers).isPresent()) {
        // The name of a report holds that of the machine.
        documents.add(
            new Document("panics/%d.txt".formatted(documents.size() + 1), read(file.path())));
      }
    }
    return documents;
  }

  private boolean concernsOthers(PanicReport report) {
    return report.backtrace().stream().anyMatch(kext -> isOfOthers(kext.kext().identifier()))
        || report.lastStarted().filter(kext -> isOfOthers(kext.identifier())).isPresent();
  }

  private static boolean isOfOthers(BundleIdentifier identifier) {
    return !identifier.value().startsWith("com.apple.");
  }

  private String read(Path seen) {
    Path file = new RootedFiles(mac.root()).here(seen);
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      return "It could not be read: %s%n".formatted(failed);
    }
  }
}
