package io.github.kextmanager.testing.machine;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.ExcludeList;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies in the folders for extensions, whenever it is asked.
 *
 * @param disk the files
 * @param platform whose folders count
 */
record InstalledKexts(Disk disk, Platform platform) {
  private static final String APPLE = "com.apple.";

  KextCatalog in(List<Path> folders) {
    var catalog = new KextCatalog(disk, new KextOpener(disk, platform), LogSink.NONE);
    folders.forEach(catalog::scan);
    return catalog;
  }

  private KextCatalog all() {
    return in(ExtensionFolders.of(platform.release()));
  }

  ExcludeList excludeList() {
    return all().excludeList();
  }

  Stream<KextOnDisk> ofOthers() {
    return all().opened().stream().filter(kext -> !kext.path().startsWith(ExtensionFolders.SYSTEM));
  }

  /** Kexts of Apple always are; those of others only as long as their bundle is and is allowed. */
  boolean hold(KextInfo row, Consent consent) {
    String identifier = row.identifier().orElse("");
    return identifier.startsWith(APPLE)
        || in(List.of(ExtensionFolders.ofOthers(platform.release()))).all(identifier).stream()
            .filter(consent::isGiven)
            .anyMatch(kext -> isThat(kext, row));
  }

  private boolean isThat(KextOnDisk kext, KextInfo row) {
    return row.version().filter(kext.versionText()::equals).isPresent()
        && row.uuid().equals(kext.uuid(platform.architecture()));
  }
}
