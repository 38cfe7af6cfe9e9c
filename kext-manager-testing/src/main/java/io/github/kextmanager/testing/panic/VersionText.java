package io.github.kextmanager.testing.panic;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.VersionNumber;
import io.github.kextmanager.testing.kernel.Releases;

/**
 * A version as the kernel prints the number that it has made of one ({@code
 * OSKextVersionGetString}): with a minor number always, with a revision if it is not 0.
 */
final class VersionText {
  private static final int RELEASED = 9;

  private VersionText() {}

  static String of(String version, MacOsVersion release) {
    return VersionNumber.ofProperty(version, release)
        .map(number -> of(number.value(), release.isAtLeast(Releases.MOJAVE) ? 10_000 : 100))
        .orElse("(invalid)");
  }

  private static String of(long number, int limit) {
    int level = (int) (number % 1_000);
    int stage = (int) (number / 1_000 % 10);
    long revision = number / 10_000 % limit;
    long minor = number / 10_000 / limit % limit;
    long major = number / 10_000 / limit / limit;
    return major
        + "."
        + minor
        + (revision == 0 ? "" : "." + revision)
        + (stage == RELEASED ? "" : letter(stage) + level);
  }

  private static String letter(int stage) {
    return switch (stage) {
      case 1 -> "d";
      case 3 -> "a";
      case 5 -> "b";
      default -> "f";
    };
  }
}
