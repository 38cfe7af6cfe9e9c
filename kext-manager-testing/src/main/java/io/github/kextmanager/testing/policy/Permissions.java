package io.github.kextmanager.testing.policy;

import io.github.kextmanager.testing.disk.Disk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a bundle belongs to root:wheel and nobody else can write to it: the bundle, every folder
 * and every file, but not what is inside its folder of plug-ins, nor {@code .DS_Store} (IOKitUser,
 * OSKext.c: {@code __OSKextBasicFilesystemAuthenticationRecursive}).
 */
public final class Permissions {
  private final Disk disk;

  /**
   * The permissions of a disk.
   *
   * @param disk where the bundles lie
   */
  public Permissions(Disk disk) {
    this.disk = disk;
  }

  /**
   * What belongs to somebody else or can be written to by others.
   *
   * @param bundle an absolute path of the Mac
   * @return the offenders, the bundle first, each folder before what is in it
   */
  public List<Path> offenders(Path bundle) {
    List<Path> offenders = new ArrayList<>();
    check(bundle, bundle, offenders);
    return offenders;
  }

  private void check(Path path, Path bundle, List<Path> offenders) {
    if (!disk.ownership().owner(path).isRootWheel() || disk.ownership().isWritableByOthers(path)) {
      offenders.add(path);
    }
    if (!disk.isFolder(path) || isPlugInsFolder(path, bundle)) {
      return;
    }
    for (Path entry : disk.list(path)) {
      if (!entry.endsWith(".DS_Store")) {
        check(entry, bundle, offenders);
      }
    }
  }

  private static boolean isPlugInsFolder(Path path, Path bundle) {
    return path.equals(bundle.resolve("Contents/PlugIns"))
        || path.equals(bundle.resolve("PlugIns"));
  }
}
