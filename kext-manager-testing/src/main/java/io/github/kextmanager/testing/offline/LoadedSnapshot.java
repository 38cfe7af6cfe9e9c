package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.testing.kernel.KernelView;
import io.github.kextmanager.testing.kernel.KextInfo;
import java.time.Instant;
import java.util.List;

/** The kexts that the kernel holds, as far as bundles can be compared with them: by name. */
final class LoadedSnapshot {
  private LoadedSnapshot() {}

  static KextSnapshot of(List<KextInfo> kexts) {
    List<KextInfo> named = kexts.stream().filter(kext -> kext.identifier().isPresent()).toList();
    return KernelView.snapshot(Instant.EPOCH, named);
  }
}
