package io.github.kextmanager.bundle;

import java.nio.file.Path;

/** Which names are those of kexts: a stem and the ending {@code kext} (IOKitUser, OSKext.c). */
final class BundleName {
  private static final String ENDING = ".kext";

  private BundleName() {}

  static boolean isKext(Path path) {
    Path name = path.getFileName();
    return name != null
        && name.toString().endsWith(ENDING)
        && name.toString().length() > ENDING.length();
  }
}
