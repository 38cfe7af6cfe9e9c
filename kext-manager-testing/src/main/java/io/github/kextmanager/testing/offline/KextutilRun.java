package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.KernelRefusalException;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.MachErrorText;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.List;
import java.util.Optional;

/**
 * One run of kextutil after its arguments are read (kext_tools, kextutil_main.c: {@code main},
 * {@code processKexts}).
 */
final class KextutilRun {
  private static final int NOT_FOUND = 1;

  private final KextutilMac mac;
  private final KextutilArguments arguments;
  private final Invocation invocation;
  private final ToolLog log;
  private final Architecture running;

  KextutilRun(KextutilMac mac, KextutilArguments arguments, Invocation invocation, ToolLog log) {
    this.mac = mac;
    this.arguments = arguments;
    this.invocation = invocation;
    this.log = log;
    this.running = new Architecture(mac.platform().architecture().columnText());
  }

  int run() {
    var scan = new KextutilScan(mac, arguments, invocation);
    KextRepository repository = scan.repository(target(), log);
    if (repository.kexts().isEmpty()) {
      log.error("No kernel extensions found.");
      return ExitStatus.SOFTWARE;
    }
    var opener = new KextOpener(mac.disk(), mac.platform());
    KextutilTargets targets =
        KextutilTargets.find(
            repository, arguments, word -> opener.identityOf(invocation.absolute(word)), log);
    if (arguments.loads() && !mac.hasKextd().getAsBoolean()) {
      log.general(
          LogLevel.WARNING, "Can't contact kextd (continuing anyway) - Unknown service name.");
    }
    int status =
        withLoaded(repository)
            .map(all -> process(targets.kexts(), all, scan))
            .orElse(ExitStatus.OS_ERROR);
    return targets.areComplete() ? status : NOT_FOUND;
  }

  /** By a slip, only with an architecture given by name does the library simulate a safe boot. */
  private TargetMac target() {
    Optional<Architecture> given = arguments.architecture();
    boolean isSimulated = given.isPresent() && arguments.has(KextutilFlag.SAFE_BOOT);
    return new TargetMac(
        mac.release(),
        given.orElse(running),
        isSimulated || mac.start().get() == Start.SAFE ? BootMode.SAFE : BootMode.NORMAL);
  }

  /** With {@code -A} the kernel is asked what it holds; empty if it does not tell. */
  private Optional<KextRepository> withLoaded(KextRepository repository) {
    if (!arguments.has(KextutilFlag.USE_LOAD_ADDRESSES)) {
      return Optional.of(repository);
    }
    try {
      return Optional.of(
          repository.withLoaded(LoadedSnapshot.of(mac.kernel().get().loadedKexts())));
    } catch (KernelRefusalException refusal) {
      log.error(
          "Failed to read loaded kext info from kernel - %s."
              .formatted(MachErrorText.of(refusal.result())));
      log.error(
          "Failed to read load info for kexts - %s."
              .formatted(MachErrorText.of(KernelReturn.ERROR)));
      return Optional.empty();
    }
  }

  private int process(List<RepositoryKext> kexts, KextRepository repository, KextutilScan scan) {
    var work = new KextutilWork(mac, arguments, invocation, log, repository, running, scan);
    int status = ExitStatus.OK;
    for (RepositoryKext kext : kexts) {
      Outcome outcome = work.process(kext);
      status = status == ExitStatus.OK ? outcome.status() : status;
      if (outcome.next() == Outcome.Next.STOP) {
        break;
      }
    }
    return status;
  }
}
