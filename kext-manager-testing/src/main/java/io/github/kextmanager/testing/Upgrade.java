package io.github.kextmanager.testing;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.machine.Machine;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Installs a newer macOS: other kexts of Apple on the disk, and everything else as it was. */
final class Upgrade {
  private Upgrade() {}

  /** Restarts the Mac, too. */
  static void to(MacOsVersion newer, Machine machine) {
    MacOsVersion older = machine.platform().release();
    if (older.compareTo(newer) >= 0) {
      throw new IllegalArgumentException(
          "macOS %s cannot be upgraded to %s.".formatted(older, newer));
    }
    Chip chip = chip(machine.platform().architecture());
    if (!chip.runs(newer)) {
      throw new IllegalArgumentException(
          "macOS %s does not run there: %s.".formatted(newer, chip.releases()));
    }
    replaceApplesKexts(machine.disk(), older, newer);
    machine.upgrade(newer, DarwinVersion.build(newer));
  }

  private static Chip chip(CpuType cpu) {
    for (Chip chip : Chip.values()) {
      if (chip.cpu().equals(cpu)) {
        return chip;
      }
    }
    throw new IllegalStateException("No chip is a " + cpu.columnText());
  }

  private static void replaceApplesKexts(Disk disk, MacOsVersion older, MacOsVersion newer) {
    ExtensionFolders.of(newer).forEach(disk::makeFolder);
    Set<Path> after =
        AppleKexts.all(newer).map(TestKext::path).collect(Collectors.toUnmodifiableSet());
    AppleKexts.all(older)
        .map(TestKext::path)
        .filter(bundle -> !after.contains(bundle))
        .forEach(disk::deleteFolder);
    AppleKexts.all(newer).forEach(kext -> kext.writeTo(disk));
  }
}
