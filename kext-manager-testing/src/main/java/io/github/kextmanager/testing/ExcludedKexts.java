package io.github.kextmanager.testing;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.policy.ExcludeList;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Apple's kext with the list of kexts that nobody may load. */
final class ExcludedKexts {
  private static final String BUNDLE = "AppleKextExcludeList.kext";

  private ExcludedKexts() {}

  static void add(Disk disk, MacOsVersion release, BundleIdentifier identifier, String versions) {
    Path bundle = bundle(release);
    var platform = new Platform(release, CpuType.X86_64);
    Map<String, String> entries =
        new TreeMap<>(
            new KextOpener(disk, platform)
                .open(bundle, bundle.toString(), LogSink.NONE)
                .map(ExcludeList::of)
                .orElse(ExcludeList.EMPTY)
                .versions());
    entries.put(identifier.value(), versions);
    TestKext holder = TestKext.named(ExcludeList.IDENTIFIER).codeless().at(bundle);
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      holder = holder.entry(ExcludeList.KEY, entry.getKey(), entry.getValue());
    }
    holder.writeTo(disk);
  }

  /** From 11 on Apple delivers it apart from the system volume. */
  private static Path bundle(MacOsVersion release) {
    return release.isAtLeast(Releases.BIG_SUR)
        ? ExtensionFolders.DELIVERED_APART.resolve(BUNDLE)
        : ExtensionFolders.SYSTEM.resolve(BUNDLE);
  }
}
