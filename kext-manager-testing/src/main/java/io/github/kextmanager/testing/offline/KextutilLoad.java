package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.LibraryProcess;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.MachErrorText;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.policy.Authentication.Result;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.verdict.OsReturn;
import java.util.List;
import java.util.Optional;

/**
 * Loads a kext that has passed the tests (kext_tools, kextutil_main.c: {@code processKext}, {@code
 * loadKext}). From 10.13 on the tests have asked for its signature already.
 */
final class KextutilLoad {
  private static final int LOAD_FAILED = 6;

  /** The low byte of "not loadable", by a slip of the real one. */
  private static final int NOT_LOADABLE_TRUNCATED = 19;

  private final KextutilMac mac;
  private final KextutilArguments arguments;
  private final LibraryProcess process;
  private final KextutilSecurity security;
  private final KextCatalog catalog;
  private final ToolLog log;

  KextutilLoad(
      KextutilMac mac,
      KextutilArguments arguments,
      LibraryProcess process,
      KextutilSecurity security,
      KextCatalog catalog,
      ToolLog log) {
    this.mac = mac;
    this.arguments = arguments;
    this.process = process;
    this.security = security;
    this.catalog = catalog;
    this.log = log;
  }

  Outcome load(RepositoryKext kext, Prompt prompt) {
    if (!mac.isAtLeast(Releases.HIGH_SIERRA) && !passesSignatureChecks(kext)) {
      return Outcome.failed(NOT_LOADABLE_TRUNCATED);
    }
    if (arguments.isInteractive()) {
      prompt.ask(
          "Load %s and its dependencies into the kernel [Y/n]? ".formatted(kext.shownPath()));
      prompt.say("Failed to read response.");
      return Outcome.fatal(ExitStatus.SOFTWARE);
    }
    log.general(LogLevel.BASIC, "Loading %s.".formatted(kext.shownPath()));
    Optional<KextOnDisk> simulated = catalog.find(kext.path());
    OsReturn result = simulated.map(library()::load).orElse(KernelReturn.NOT_FOUND);
    if (KernelReturn.isSuccess(result)) {
      log.general(
          LogLevel.BASIC,
          "%s successfully loaded (or already loaded).".formatted(kext.shownPath()));
      return Outcome.OK;
    }
    log.general(
        LogLevel.BASIC,
        "Failed to load %s - %s.".formatted(kext.shownPath(), MachErrorText.of(result)));
    return Outcome.failed(LOAD_FAILED);
  }

  private KextLibrary library() {
    return new KextLibrary(
        catalog,
        mac.kernel().get(),
        mac.platform().architecture(),
        mac.start().get(),
        kext -> mac.authentication().checkWithoutConsent(kext) == Result.TRUSTED,
        new OwnKextsLog(log));
  }

  private boolean passesSignatureChecks(RepositoryKext kext) {
    if (security.isBadlySigned(kext)) {
      if (!security.acceptsSignature(kext)) {
        log.error("ERROR: invalid signature for %s, will not load".formatted(kext.identifier()));
        return false;
      }
      warnOfSignature(kext);
    }
    if (mac.isAtLeast(Releases.EL_CAPITAN) && !librariesPass(kext)) {
      log.error("Signature failure in dependencies for kext load request.");
      return false;
    }
    return true;
  }

  private boolean librariesPass(RepositoryKext kext) {
    return process.loadList(kext).orElse(List.of()).stream().allMatch(security::acceptsSignature);
  }

  private void warnOfSignature(RepositoryKext kext) {
    String what =
        mac.isAtLeast(Releases.YOSEMITE) ? "kext-dev-mode allowing invalid" : "WARNING - Invalid";
    long code = security.signatureCode(kext);
    log.error(
        "%s signature %d 0x%02X for kext \"%s\"".formatted(what, code, code, kext.shownPath()));
  }
}
