package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.LibraryMessage;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.KernelRefusalException;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.MachErrorText;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.testing.query.Answer;
import io.github.kextmanager.testing.query.Query;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@code /usr/sbin/kextfind}: finds kexts by what they are (kext_tools, kextfind_main.c). No
 * release hands it over to kmutil.
 */
public final class Kextfind implements Program {
  private final Platform platform;
  private final Disk disk;
  private final Supplier<? extends KernelRequests> kernel;
  private final Function<String, Optional<Program>> programs;

  /**
   * The program.
   *
   * @param platform the release and the processor
   * @param disk the files of the Mac
   * @param kernel the kernel of this start of the Mac
   * @param programs the programs of the Mac by their paths
   */
  public Kextfind(
      Platform platform,
      Disk disk,
      Supplier<? extends KernelRequests> kernel,
      Function<String, Optional<Program>> programs) {
    this.platform = platform;
    this.disk = disk;
    this.kernel = kernel;
    this.programs = programs;
  }

  @Override
  public int run(Invocation invocation) {
    ToolLog log = new ToolLog(invocation.stderr());
    KextfindArguments arguments = new KextfindArguments(invocation, disk, log);
    OptionalInt ended = arguments.read();
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    KextfindQuery query =
        new KextfindQuery(platform.release(), arguments, invocation, programs, log);
    return query.read() ? search(arguments, query, log) : ExitStatus.OK;
  }

  private int search(KextfindArguments arguments, KextfindQuery query, ToolLog log) {
    TargetMac mac =
        TargetMac.of(
            platform.release(),
            new Architecture(
                arguments.architecture().orElse(platform.architecture().columnText())));
    OpenedKexts opened = new OpenedKexts(disk, mac, log);
    arguments.items().open(opened, platform.release());
    KextRepository repository = opened.repository();
    if (repository.kexts().isEmpty()) {
      log.error("No kernel extensions found.");
      return ExitStatus.SOFTWARE;
    }
    if (query.asksKernel()) {
      try {
        repository = repository.withLoaded(LoadedSnapshot.of(kernel.get().loadedKexts()));
      } catch (KernelRefusalException refusal) {
        log.error(
            "Failed to read loaded kext info from kernel - %s."
                .formatted(MachErrorText.of(refusal.result())));
        return ExitStatus.OS_ERROR;
      }
    }
    try {
      evaluate(repository, arguments.pathStyle(), query, log);
    } catch (ToolDiedException asAppleS) {
      return ExitStatus.OK;
    }
    return ExitStatus.OK;
  }

  private void evaluate(
      KextRepository repository, PathStyle style, KextfindQuery query, ToolLog log) {
    KextCode code = new KextCode(disk);
    KextQuestions questions =
        new KextQuestions(
            repository,
            repository.process(message -> log.general(level(message), message.text())),
            log);
    InfoDictionaries dictionaries = new InfoDictionaries(disk.root(), repository.mac());
    CodeQuestions executables = new CodeQuestions(repository, code);
    KextPaths paths = new KextPaths(style, code);
    for (RepositoryKext kext : repository.kexts()) {
      Candidate candidate = new Candidate(kext, questions, dictionaries, executables, paths);
      Answer answer = query.query().evaluate(candidate);
      if (answer == Answer.FAILED) {
        log.error("Query evaluation error; aborting.");
        return;
      }
      if (answer == Answer.YES && !print(candidate, query, log)) {
        return;
      }
    }
  }

  private static LogLevel level(LibraryMessage message) {
    return message.level() == LibraryMessage.Level.ERROR ? LogLevel.ERROR : LogLevel.WARNING;
  }

  /** Prints what is asked for of a kext; false if that cannot be printed. */
  private static boolean print(Candidate candidate, KextfindQuery query, ToolLog log) {
    if (query.commands().wereRead()) {
      return true;
    }
    Optional<Query<Candidate>> report = query.report();
    if (report.isEmpty()) {
      query.commands().print(candidate);
      return true;
    }
    Report rows = query.rows();
    if (rows.isHeadingDue() && !printRow(candidate, report.get(), rows, log)) {
      return false;
    }
    rows.leaveOutHeading();
    return printRow(candidate, report.get(), rows, log);
  }

  private static boolean printRow(
      Candidate candidate, Query<Candidate> report, Report rows, ToolLog log) {
    rows.beginRow();
    Answer answer = report.evaluateAll(candidate);
    rows.endRow();
    if (answer == Answer.FAILED) {
      log.error("Report evaluation error; aborting.");
    }
    return answer != Answer.FAILED;
  }
}
