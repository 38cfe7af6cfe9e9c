package io.github.kextmanager.validation;

import io.github.kextmanager.model.MacOsVersion;

/** The releases in which rules changed (IOKitUser, OSKext.c, from tag to tag). */
enum Since {
  /** Warnings about a score that is no number and about libraries of what has no code. */
  LION(10, 7, 0),
  /** Driver extensions, a stricter reading of package types, and other words for empty files. */
  CATALINA(10, 15, 0),
  /** Links that lead out of a bundle. */
  LINKS_STAY_INSIDE(11, 2, 0);

  private final int major;
  private final int minor;
  private final int patch;

  Since(int major, int minor, int patch) {
    this.major = major;
    this.minor = minor;
    this.patch = patch;
  }

  boolean holdsIn(MacOsVersion release) {
    return release.isAtLeast(new MacOsVersion(major, minor, patch));
  }
}
