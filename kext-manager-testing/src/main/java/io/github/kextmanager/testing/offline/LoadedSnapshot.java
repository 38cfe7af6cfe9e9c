package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.testing.kernel.KextInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the kernel tells of the kexts that it holds, as far as bundles are compared with it. */
final class LoadedSnapshot {
  private LoadedSnapshot() {}

  static KextSnapshot of(List<KextInfo> kexts) {
    return new KextSnapshot(
        Instant.EPOCH, kexts.stream().flatMap(kext -> loaded(kext).stream()).toList());
  }

  private static Optional<LoadedKext> loaded(KextInfo kext) {
    return kext.identifier()
        .map(
            identifier ->
                new LoadedKext(
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    BundleIdentifier.reported(identifier),
                    new ReportedVersion(kext.version().orElse("")),
                    kext.uuid(),
                    Optional.empty()));
  }
}
