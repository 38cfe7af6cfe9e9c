package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.LibraryProcess;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.validation.DiagnosticCategory;
import io.github.kextmanager.validation.DiagnosticsPrinter;
import io.github.kextmanager.validation.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The tests that kextutil makes of each kext (kext_tools, kextutil_main.c: {@code runTestsOnKext}).
 * None leaves another out: all that is wrong is to be seen.
 */
final class KextutilTests {
  private static final int KEXT_BAD = 4;
  private static final int SAFE_BOOT = 5;

  private final KextutilMac mac;
  private final KextutilArguments arguments;
  private final LibraryProcess process;
  private final KextutilSecurity security;
  private final TrialLink trial;
  private final ToolLog log;

  KextutilTests(
      KextutilMac mac,
      KextutilArguments arguments,
      LibraryProcess process,
      KextutilSecurity security,
      TrialLink trial,
      ToolLog log) {
    this.mac = mac;
    this.arguments = arguments;
    this.process = process;
    this.security = security;
    this.trial = trial;
    this.log = log;
  }

  Outcome run(RepositoryKext kext) {
    int status = checkSafeBoot(kext);
    if (kext.facts().hasLogOrDebugFlags()) {
      log.general(
          LogLevel.WARNING, "Notice: %s has debug properties set.".formatted(kext.shownPath()));
    }
    boolean looksGood = process.validate(kext);
    if (authenticates()) {
      Outcome authentic = security.authenticate(kext);
      looksGood &= authentic.isOk();
      status = status == ExitStatus.OK && isSpecial(authentic) ? authentic.status() : status;
    }
    if (!arguments.has(KextutilFlag.NO_RESOLVE_DEPENDENCIES)) {
      looksGood &= process.resolve(kext);
      looksGood &= process.validateLibraries(kext);
      looksGood &= !authenticates() || security.authenticateLibraries(kext);
    }
    if (arguments.has(KextutilFlag.SAFE_BOOT)) {
      looksGood &= kext.validation().isLoadableInSafeBoot();
      looksGood &= process.librariesAreLoadableInSafeBoot(kext);
    }
    Optional<String> unsigned = security.signatureFailure(kext);
    report(kext, looksGood, unsigned);
    if (!looksGood) {
      // Only from 10.13 on does the first status count.
      boolean isFirst = status == ExitStatus.OK || !mac.isAtLeast(Releases.HIGH_SIERRA);
      return Outcome.failed(isFirst ? KEXT_BAD : status);
    }
    if (status == ExitStatus.OK && shows(LogLevel.WARNING)) {
      print(warnings(kext));
    }
    return conclude(kext, status);
  }

  private int checkSafeBoot(RepositoryKext kext) {
    if (!arguments.has(KextutilFlag.SAFE_BOOT) || kext.validation().isLoadableInSafeBoot()) {
      return ExitStatus.OK;
    }
    String text = kext.shownPath() + " is not eligible for loading during safe boot.";
    if (!arguments.changesKernel()) {
      log.error("Notice: " + text);
      return ExitStatus.OK;
    }
    log.general(LogLevel.WARNING, text);
    return SAFE_BOOT;
  }

  /** With {@code -n} alone nobody asks for owners and signatures. */
  private boolean authenticates() {
    return !arguments.has(KextutilFlag.NO_AUTHENTICATION)
        && (arguments.changesKernel() || arguments.has(KextutilFlag.PRINT_DIAGNOSTICS));
  }

  private static boolean isSpecial(Outcome authentic) {
    return !authentic.isOk() && authentic.status() != KEXT_BAD;
  }

  /** From 10.13 on a bad signature is reported by itself, and first. */
  private void report(RepositoryKext kext, boolean looksGood, Optional<String> unsigned) {
    if (!shows(LogLevel.ERROR)) {
      return;
    }
    boolean apart = mac.isAtLeast(Releases.HIGH_SIERRA);
    if (apart && unsigned.isPresent()) {
      log.error("Code Signing Failure: " + unsigned.get());
      print(process.findings(kext));
    }
    if (!looksGood || (!apart && unsigned.isPresent())) {
      log.error(
          (mac.isAtLeast(Releases.LION) ? "Diagnostics for %s:" : "%s has problems:")
              .formatted(kext.shownPath()));
      print(process.findings(kext));
      if (!apart && unsigned.isPresent()) {
        log.error("Code Signing Failure: " + unsigned.get());
      }
    }
  }

  private Outcome conclude(RepositoryKext kext, int status) {
    boolean links = !arguments.loads() && arguments.symbols().isEmpty() && hasKernel();
    Outcome linked = links ? trial.link(kext) : Outcome.OK;
    int first = status == ExitStatus.OK ? linked.status() : status;
    if (first == ExitStatus.OK) {
      log.general(
          LogLevel.BASIC,
          "%s appears to be loadable (%sincluding linkage for on-disk libraries)."
              .formatted(kext.shownPath(), links ? "" : "not "));
    }
    return new Outcome(first, linked.next());
  }

  /** Up to 10.7 the running kernel will do, for code that it could run. */
  private boolean hasKernel() {
    return mac.isAtLeast(Releases.MOUNTAIN_LION)
        || arguments.kernel().isPresent()
        || trial.architecture().equals(trial.running());
  }

  private List<Finding> warnings(RepositoryKext kext) {
    return process.findings(kext).stream()
        .filter(
            finding -> finding.diagnostic().category(mac.release()) == DiagnosticCategory.WARNINGS)
        .toList();
  }

  private void print(List<Finding> findings) {
    String text = new DiagnosticsPrinter(mac.release()).print(findings);
    if (!text.isEmpty()) {
      // It ends with an empty line, whose end the log adds.
      log.general(LogLevel.EXPLICIT, text.substring(0, text.length() - 1));
    }
  }

  private boolean shows(LogLevel level) {
    return log.filter().level() >= level.number();
  }
}
