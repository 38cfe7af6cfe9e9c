package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.LibraryProcess;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.testing.disk.CodeSeal;
import io.github.kextmanager.testing.disk.CodeSeal.Standing;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.policy.Staging;
import io.github.kextmanager.testing.program.ToolLog;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom kextutil trusts: up to 10.12 it asks who owns the files; from 10.13 on it first makes a
 * protected copy, and asks for the signature and for consent too (kext_tools, security.c, {@code
 * authenticateKext}; staging.m).
 */
final class KextutilSecurity {
  private static final int KEXT_BAD = 4;
  private static final int SYSTEM_POLICY = 27;
  private static final int UNSIGNED = -67062;
  private static final int SIGNATURE_FAILED = -67061;
  private static final int REQUIREMENT_FAILED = -67050;

  private final KextutilMac mac;
  private final LibraryProcess process;
  private final KextOpener opener;
  private final Map<RepositoryKext, Optional<KextOnDisk>> simulated = new HashMap<>();
  private final Caller caller;
  private final ToolLog log;

  /** Who runs the tool. */
  enum Caller {
    /** Root, who can make the copies. */
    ROOT,
    /** Anybody else. */
    USER
  }

  KextutilSecurity(KextutilMac mac, LibraryProcess process, Caller caller, ToolLog log) {
    this.mac = mac;
    this.process = process;
    this.opener = new KextOpener(mac.disk(), mac.platform());
    this.caller = caller;
    this.log = log;
  }

  /** What is said of a kext that is not well signed; up to 10.8 nobody looks. */
  Optional<String> signatureFailure(RepositoryKext kext) {
    if (!isBadlySigned(kext)) {
      return Optional.empty();
    }
    return Optional.of(
        signatureCode(kext) == UNSIGNED ? "not code signed" : "code signature is invalid");
  }

  boolean isBadlySigned(RepositoryKext kext) {
    return mac.isAtLeast(Releases.MAVERICKS) && standing(kext) != Standing.FOR_KEXTS;
  }

  /** The code for a bad signature (Security, CSCommon.h). */
  int signatureCode(RepositoryKext kext) {
    return switch (standing(kext)) {
      case UNSIGNED -> UNSIGNED;
      case NOT_FOR_KEXTS -> REQUIREMENT_FAILED;
      case FOR_KEXTS, BROKEN -> SIGNATURE_FAILED;
    };
  }

  private Standing standing(RepositoryKext kext) {
    return simulated(kext).map(KextOnDisk::seal).map(CodeSeal::standing).orElse(Standing.FOR_KEXTS);
  }

  /** Whether the signature of a kext lets it be loaded. */
  boolean acceptsSignature(RepositoryKext kext) {
    return simulated(kext).filter(each -> !mac.signatures().accept(each)).isEmpty();
  }

  Outcome authenticate(RepositoryKext kext) {
    if (!mac.isAtLeast(Releases.HIGH_SIERRA)) {
      return process.authenticate(kext) ? Outcome.OK : Outcome.failed(KEXT_BAD);
    }
    Optional<Path> place = stage(kext);
    boolean isTrusted = isTrustedAltogether(kext, place.orElse(kext.path()));
    if (isTrusted && place.isPresent()) {
      return Outcome.OK;
    }
    return Outcome.failed(lacksConsent(kext) ? SYSTEM_POLICY : KEXT_BAD);
  }

  private boolean isTrustedAltogether(RepositoryKext kext, Path place) {
    if (!process.authenticate(kext)) {
      refusePermissions(kext, place);
      return false;
    }
    return isTrusted(kext, place);
  }

  boolean authenticateLibraries(RepositoryKext kext) {
    boolean areAuthentic = process.authenticateLibraries(kext);
    if (!mac.isAtLeast(Releases.HIGH_SIERRA) || !areAuthentic) {
      return areAuthentic;
    }
    boolean areTrusted = true;
    for (RepositoryKext each : process.loadList(kext).orElse(List.of())) {
      areTrusted &= each.equals(kext) || isTrusted(each, each.path());
    }
    return areTrusted;
  }

  /** From where the kext is to be loaded; empty if no copy can be made. */
  private Optional<Path> stage(RepositoryKext kext) {
    if (caller != Caller.ROOT) {
      log.general(
          LogLevel.WARNING,
          "Skipping staging and system policy checks because not running as root, "
              + "expect staging errors.");
      return Optional.of(kext.path());
    }
    var staging = new Staging(mac.disk(), mac.signatures());
    Optional<KextOnDisk> bundle = simulated(kext);
    if (bundle.filter(each -> !staging.stage(each)).isEmpty()) {
      return Optional.of(bundle.map(staging::placeOf).orElse(kext.path()));
    }
    new StagingLines(mac.release(), log).refused(kext, signatureCode(kext));
    log.error("Kext failed to stage properly: %s:".formatted(kext.shownPath()));
    return Optional.empty();
  }

  /** Says that the owners or modes are wrong, so that the kext is not trusted. */
  void refusePermissions(RepositoryKext kext, Path place) {
    new RejectionLines(mac.release(), log).rejected("improper filesystem permissions", kext, place);
  }

  /** Looks at what there is beside owners and modes; the first that is wrong is told. */
  boolean isTrusted(RepositoryKext kext, Path place) {
    var lines = new RejectionLines(mac.release(), log);
    if (isBadlySigned(kext)) {
      if (!mac.signatures().areIgnored()) {
        log.error("Untrusted kexts are not allowed");
        lines.rejected("invalid signature", kext, place);
        return false;
      }
      lines.allowed(signatureCode(kext), kext, place);
    }
    if (lacksConsent(kext)) {
      lines.rejected("system policy", kext, place);
      return false;
    }
    return true;
  }

  /** Only for root is anybody asked. */
  private boolean lacksConsent(RepositoryKext kext) {
    return caller == Caller.ROOT
        && simulated(kext).filter(each -> !mac.consent().ask(each)).isPresent();
  }

  /** The kext as the rest of the simulated Mac sees it. */
  private Optional<KextOnDisk> simulated(RepositoryKext kext) {
    return simulated.computeIfAbsent(
        kext, each -> opener.open(each.path(), each.shownPath(), LogSink.NONE));
  }
}
