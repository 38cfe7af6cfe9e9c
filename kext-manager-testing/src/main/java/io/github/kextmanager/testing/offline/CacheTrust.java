package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.LibraryProcess;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.policy.Staging;
import io.github.kextmanager.testing.program.ToolLog;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which kexts may come into a prelinked kernel (kext_tools, kextcache_main.c; security.c, {@code
 * authenticateKext}).
 */
final class CacheTrust {
  private final KextutilMac mac;
  private final LibraryProcess process;
  private final KextutilSecurity security;
  private final Place place;
  private final ToolLog log;

  /** Where the prelinked kernel is made. */
  enum Place {
    /** Where the system protects it: each kext needs a protected copy. */
    PROTECTED,
    /** Anywhere else. */
    OPEN,
    /** Anywhere else, and nothing is asked. */
    UNCHECKED
  }

  CacheTrust(KextutilMac mac, LibraryProcess process, Place place, ToolLog log) {
    this.mac = mac;
    this.process = process;
    this.security = new KextutilSecurity(mac, process, KextutilSecurity.Caller.ROOT, log);
    this.place = place;
    this.log = log;
  }

  /** Says what is wrong if it is not. */
  boolean accepts(RepositoryKext kext) {
    if (place == Place.UNCHECKED) {
      return true;
    }
    Path path = kext.path();
    if (place == Place.PROTECTED && mac.isAtLeast(Releases.HIGH_SIERRA)) {
      Optional<KextOnDisk> simulated = simulated(kext);
      var staging = new Staging(mac.disk(), mac.signatures());
      if (simulated.filter(each -> !staging.stage(each)).isPresent()) {
        new StagingLines(mac.release(), log).refused(kext, security.signatureCode(kext));
        log.error("%s could not be staged properly; omitting.".formatted(kext.path()));
        return false;
      }
      path = simulated.map(staging::placeOf).orElse(path);
    }
    if (!isAuthentic(kext, path)) {
      log.error("%s does not authenticate; omitting.".formatted(kext.path()));
      return false;
    }
    return true;
  }

  private boolean isAuthentic(RepositoryKext kext, Path path) {
    boolean hasGoodPermissions = process.isAuthentic(kext);
    if (!mac.isAtLeast(Releases.HIGH_SIERRA)) {
      return hasGoodPermissions && security.acceptsSignature(kext);
    }
    if (!hasGoodPermissions) {
      security.refusePermissions(kext, path);
      return false;
    }
    return security.isTrusted(kext, path);
  }

  private Optional<KextOnDisk> simulated(RepositoryKext kext) {
    return new KextOpener(mac.disk(), mac.platform())
        .open(kext.path(), kext.shownPath(), LogSink.NONE);
  }
}
