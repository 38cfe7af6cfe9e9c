package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Authentication.Result;
import io.github.kextmanager.testing.policy.Signatures;
import io.github.kextmanager.testing.policy.Staging;
import io.github.kextmanager.verdict.OsReturn;
import java.util.List;

/**
 * What kextd looks at before it hands a kext to the library: nothing up to 10.8, signatures from
 * 10.9, those of the libraries too from 10.11, a protected copy and consent from 10.13
 * (kextd_request.c).
 */
final class Vetting {
  private final MacOsVersion release;
  private final Signatures signatures;
  private final Staging staging;
  private final Authentication authentication;
  private final LogSink systemLog;

  Vetting(
      MacOsVersion release,
      Signatures signatures,
      Staging staging,
      Authentication authentication,
      LogSink systemLog) {
    this.release = release;
    this.signatures = signatures;
    this.staging = staging;
    this.authentication = authentication;
    this.systemLog = systemLog;
  }

  /** {@code loadList} is what the kext needs and itself; empty if something of it is missing. */
  OsReturn check(KextOnDisk kext, List<KextOnDisk> loadList) {
    return release.isAtLeast(Releases.HIGH_SIERRA)
        ? checkTrust(kext, loadList)
        : checkSignatures(kext, loadList);
  }

  private OsReturn checkSignatures(KextOnDisk kext, List<KextOnDisk> loadList) {
    if (!signatures.accept(kext)) {
      if (release.isAtLeast(Releases.EL_CAPITAN)) {
        systemLog.log(LogMessage.error("Untrusted kexts are not allowed"));
      }
      return refuse(
          "ERROR: invalid signature for %s, will not load", kext, KernelReturn.NOT_LOADABLE);
    }
    if (release.isAtLeast(Releases.EL_CAPITAN) && !loadList.stream().allMatch(signatures::accept)) {
      systemLog.log(LogMessage.error("Signature failure in dependencies for kext load request."));
      return KernelReturn.NOT_LOADABLE;
    }
    return KernelReturn.SUCCESS;
  }

  private OsReturn checkTrust(KextOnDisk kext, List<KextOnDisk> loadList) {
    if (!staging.stage(kext)) {
      return refuse("%s was unable to stage properly; failing.", kext, KernelReturn.NOT_LOADABLE);
    }
    Result trust = authentication.check(kext);
    if (trust != Result.TRUSTED) {
      return refuse(
          "%s failed security checks; failing.",
          kext,
          trust == Result.NO_CONSENT ? KernelReturn.SYSTEM_POLICY : KernelReturn.AUTHENTICATION);
    }
    if (!loadList.stream().allMatch(each -> authentication.check(each) == Result.TRUSTED)) {
      return refuse(
          "%s's dependencies failed security checks; failing.",
          kext, KernelReturn.DEPENDENCY_LOAD_ERROR);
    }
    return KernelReturn.SUCCESS;
  }

  private OsReturn refuse(String format, KextOnDisk kext, OsReturn result) {
    systemLog.log(LogMessage.error(format.formatted(kext.identifier())));
    return result;
  }
}
