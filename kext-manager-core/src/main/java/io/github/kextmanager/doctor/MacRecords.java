package io.github.kextmanager.doctor;

import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import io.github.kextmanager.journal.Journal;
import io.github.kextmanager.journal.JournalException;
import io.github.kextmanager.journal.JournalReading;
import io.github.kextmanager.model.KextException;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.panic.PanicReports;
import io.github.kextmanager.tool.LookTool;
import io.github.kextmanager.tool.Toolset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** What a Mac records beside its facts: what is loaded, what panicked, what is owed. */
final class MacRecords {
  static final String PANICS = "/Library/Logs/DiagnosticReports";

  private final CommandRunner runner;
  private final Path root;
  private final Duration deadline;

  MacRecords(CommandRunner runner, Path root, Duration deadline) {
    this.runner = runner;
    this.root = root;
    this.deadline = deadline;
  }

  HostFact<KextSnapshot> loaded(MacOsVersion release) {
    LookTool tool = Toolset.of(release).look();
    CommandLine command = tool.command(deadline);
    String asked = String.join(" ", command.argv());
    try {
      return new Known<>(tool.read(runner.run(command), InstantSource.system().instant()), asked);
    } catch (CommandInterruptedException interrupted) {
      throw interrupted;
    } catch (CommandException | KextException failed) {
      return new NotKnown<>(String.valueOf(failed.getMessage()), asked);
    }
  }

  HostFact<PanicReports.Search> panics() {
    return new Known<>(new PanicReports(root).read(), PANICS);
  }

  HostFact<JournalReading> journal(Path file) {
    String asked = file.toString();
    try {
      return new Known<>(new Journal(file, deadline).read(), asked);
    } catch (JournalException unreadable) {
      return new NotKnown<>(String.valueOf(unreadable.getMessage()), asked);
    }
  }

  static HostFact<JournalReading> withoutJournal() {
    return new NotKnown<>("No journal was given.", "the journal");
  }
}
