package io.github.kextmanager.bundle;

import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;

/**
 * Which names are those of kexts: a stem and the ending {@code kext}, and from 10.15 {@code dext},
 * that of a driver extension (IOKitUser, OSKext.c).
 */
final class BundleName {
  private static final String KEXT = ".kext";
  private static final String DEXT = ".dext";
  private static final MacOsVersion CATALINA = new MacOsVersion(10, 15, 0);

  private BundleName() {}

  static boolean isKext(Path path) {
    return endsIn(KEXT, path);
  }

  static boolean isDext(Path path) {
    return endsIn(DEXT, path);
  }

  /** Whether a release takes a file of this name for a kext or a driver extension. */
  static boolean isOpenedIn(MacOsVersion release, Path path) {
    return isKext(path) || (release.isAtLeast(CATALINA) && isDext(path));
  }

  private static boolean endsIn(String ending, Path path) {
    Path name = path.getFileName();
    return name != null
        && name.toString().endsWith(ending)
        && name.toString().length() > ending.length();
  }
}
