package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.log.EntryType;
import io.github.kextmanager.testing.log.LogSource;
import io.github.kextmanager.testing.log.SystemLog;
import java.util.List;

/**
 * What the daemons write about a request while they work on it, as people have published it of 11.2
 * to 15.7. Real ones write more between these lines.
 */
final class RequestLog {
  private final SystemLog log;

  RequestLog(SystemLog log) {
    this.log = log;
  }

  /** These have to come into the collection. */
  void found(List<KextOnDisk> kexts) {
    for (KextOnDisk kext : kexts) {
      say(
          "checking bundle path %1$s for %2$s in %3$s kext bundle %4$s at %1$s"
              .formatted(
                  kext.path(),
                  name(kext),
                  kext.declaresExecutable() ? "executable" : "codeless",
                  kext.identifier()));
    }
    if (!kexts.isEmpty()) {
      say(
          "At least one of the request extensions / bundled extensions %s are NOT in the exclude list."
                  .formatted(String.join(", ", kexts.stream().map(KextOnDisk::identifier).toList()))
              + " Will do full resolution of load request"
              + String.join("", kexts.stream().map(kext -> "\n\t" + name(kext)).toList()));
    }
  }

  /** The system policy daemon is asked about this one. */
  void asks(KextOnDisk kext) {
    log.write(
        LogSource.SYSTEM_POLICY,
        EntryType.DEFAULT,
        "canLoadKernelExtension - direct, evaluate, Kext (%s, %s)"
            .formatted(kext.seal().team().orElse(""), kext.identifier()));
  }

  /** It is allowed. */
  void allowed(KextOnDisk kext) {
    say("Validate approval for %s in auxKC: approved".formatted(kext.path()));
  }

  /** These wait for the person at the Mac. */
  void waits(List<KextOnDisk> kexts) {
    say(
        "gathering approvals for: "
            + String.join("", kexts.stream().map(kext -> "\n\t" + kext.path()).toList()));
  }

  /** The kernel has started it. */
  void started(AuxiliaryCollection.Member member) {
    say("Received kext load notification: " + member.identifier());
  }

  /** The request is refused. */
  void failed(KmError error) {
    say("failed to load/rebuild extensions: " + error.message());
  }

  private static String name(KextOnDisk kext) {
    return "Kext %s v%s".formatted(kext.identifier(), kext.versionText());
  }

  private void say(String text) {
    log.write(LogSource.KERNEL_MANAGER, EntryType.DEFAULT, text);
  }
}
