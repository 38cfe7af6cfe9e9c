package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.LibraryMessage;
import io.github.kextmanager.dependency.LibraryProcess;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.ToolLog;

/**
 * What kextutil does with one kext after the other (kext_tools, kextutil_main.c: {@code
 * processKext}).
 */
final class KextutilWork {
  private final KextutilMac mac;
  private final KextutilArguments arguments;
  private final Invocation invocation;
  private final ToolLog log;
  private final Architecture architecture;
  private final KextutilScan scan;
  private final LibraryProcess process;
  private final KextutilSecurity security;
  private final TrialLink trial;

  KextutilWork(
      KextutilMac mac,
      KextutilArguments arguments,
      Invocation invocation,
      ToolLog log,
      KextRepository repository,
      Architecture running,
      KextutilScan scan) {
    this.mac = mac;
    this.arguments = arguments;
    this.invocation = invocation;
    this.log = log;
    this.architecture = repository.mac().architecture();
    this.scan = scan;
    this.process = repository.process(this::pass);
    var caller = invocation.isRoot() ? KextutilSecurity.Caller.ROOT : KextutilSecurity.Caller.USER;
    this.security = new KextutilSecurity(mac, process, caller, log);
    this.trial = new TrialLink(process, architecture, running, log);
  }

  private void pass(LibraryMessage message) {
    log.general(
        message.level() == LibraryMessage.Level.ERROR ? LogLevel.ERROR : LogLevel.WARNING,
        message.text());
  }

  Outcome process(RepositoryKext kext) {
    Outcome outcome = new KextutilTests(mac, arguments, process, security, trial, log).run(kext);
    if (outcome.isOk() && arguments.loads()) {
      outcome =
          new KextutilLoad(mac, arguments, process, security, scan.catalog(), log)
              .load(kext, new Prompt(invocation.stderr()));
    }
    if (outcome.isOk() && arguments.symbols().isPresent()) {
      outcome = new KextutilSymbols(trial, process, invocation).save(kext, arguments);
    }
    if (outcome.isOk() && arguments.matches() && !arguments.loads()) {
      outcome =
          new KextutilPersonalities(process, this::hasPersonalities, log)
              .send(kext, arguments, invocation);
    }
    return outcome;
  }

  private boolean hasPersonalities(RepositoryKext kext) {
    return kext.bundle()
        .properties()
        .get(KextKey.PERSONALITIES, architecture)
        .asOptional()
        .filter(all -> !all.isEmpty())
        .isPresent();
  }
}
