package io.github.kextmanager.testing.policy;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.DiskFullException;
import io.github.kextmanager.testing.disk.KextOnDisk;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The copies in a protected place from which kexts are loaded from 10.13 to 10.15 (kext_tools,
 * staging.m). Only a copy that is well signed stays.
 */
public final class Staging {
  private static final Path COPIES = Path.of("/Library/StagedExtensions");
  private static final List<Path> PROTECTED =
      List.of(COPIES, Path.of("/System/Library"), Path.of("/Library/Apple/System/Library"));

  private static final byte[] ABSENT = {};

  private final Disk disk;
  private final Signatures signatures;

  /**
   * The copies of a disk.
   *
   * @param disk where the bundles lie
   * @param signatures which are good
   */
  public Staging(Disk disk, Signatures signatures) {
    this.disk = disk;
    this.signatures = signatures;
  }

  /**
   * Sees to it that a kext lies in a protected place.
   *
   * @param kext the kext
   * @return false if there can be no copy
   */
  public boolean stage(KextOnDisk kext) {
    Path place = placeOf(kext);
    if (place.equals(kext.path())) {
      return true;
    }
    if (!signatures.accept(kext)) {
      return false;
    }
    try {
      if (!isSame(kext.path(), place)) {
        disk.copy(kext.path(), place);
      }
      return true;
    } catch (DiskFullException e) {
      return false;
    }
  }

  /**
   * From where a kext is loaded.
   *
   * @param kext the kext
   * @return its protected copy, or the kext itself if it needs none
   */
  public Path placeOf(KextOnDisk kext) {
    return signatures.areIgnored() || PROTECTED.stream().anyMatch(kext.path()::startsWith)
        ? kext.path()
        : COPIES.resolve(Path.of("/").relativize(kext.path()));
  }

  /** A real one compares hashes of the code directories. */
  private boolean isSame(Path original, Path copy) {
    return disk.isFolder(copy)
        && disk.list(original).stream()
            .allMatch(
                entry -> {
                  Path copied = copy.resolve(String.valueOf(entry.getFileName()));
                  return disk.isFolder(entry)
                      ? isSame(entry, copied)
                      : Arrays.equals(contents(entry), contents(copied));
                });
  }

  private byte[] contents(Path file) {
    return disk.read(file).orElse(ABSENT);
  }
}
