package io.github.kextmanager.testing;

import io.github.kextmanager.testing.daemon.KextLoadRequest;
import io.github.kextmanager.testing.daemon.KextLoader;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.verdict.OsReturn;
import java.util.Optional;

/** kextd as kextload finds it, with what goes wrong between it and kextload. */
final class FaultyKextd implements KextLoader {
  private final KextLoader kextd;
  private final FaultInjector faults;

  FaultyKextd(KextLoader kextd, FaultInjector faults) {
    this.kextd = kextd;
    this.faults = faults;
  }

  @Override
  public OsReturn load(KextLoadRequest request) {
    if (faults.lacksPermission()) {
      return KernelReturn.NOT_PRIVILEGED;
    }
    Optional<OsReturn> code = faults.codeOfKextd();
    return code.isPresent() ? code.get() : faults.asDaemon(() -> kextd.load(request));
  }
}
