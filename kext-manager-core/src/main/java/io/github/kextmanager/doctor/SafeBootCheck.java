package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.verdict.Reason;
import java.util.List;

/** Whether the Mac was started in safe mode, in which few kexts may be loaded. */
final class SafeBootCheck implements Examination {
  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    HostFact<BootMode> boot = mac.facts().boot();
    if (boot.value().isEmpty()) {
      return Check.notKnown(Topic.SAFE_BOOT, boot);
    }
    if (boot.value().get() == BootMode.NORMAL) {
      return Check.passed(Topic.SAFE_BOOT, "The Mac was started as usual.", Ground.of(boot));
    }
    if (mac.hasCollections()) {
      return MacSeen.isOfMacOs(kext)
          ? Check.passed(Topic.SAFE_BOOT, "It comes with macOS.", Ground.of(boot))
          : failed("The Mac was started in safe mode, without any kext of others.", boot);
    }
    return kext.validation().isLoadableInSafeBoot()
        ? Check.passed(Topic.SAFE_BOOT, "It may be loaded in safe mode.", Ground.of(boot))
        : failed("The Mac was started in safe mode, and the kext has no OSBundleRequired.", boot);
  }

  private static Check failed(String said, HostFact<BootMode> boot) {
    return Check.failed(Topic.SAFE_BOOT, Reason.SAFE_BOOT, said, List.of(Ground.of(boot)));
  }
}
