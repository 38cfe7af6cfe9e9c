package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.log.LogSink;
import java.nio.file.Path;
import java.util.Optional;

/** Opens bundles by their paths. */
final class Bundles {
  private Bundles() {}

  static Optional<KextOnDisk> open(Path bundle, Disk disk, Platform platform) {
    return new KextOpener(disk, platform).open(bundle, bundle.toString(), LogSink.NONE);
  }
}
