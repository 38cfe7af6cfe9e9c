package io.github.kextmanager.tool;

import io.github.kextmanager.model.KextException;
import io.github.kextmanager.model.MacOsVersion;

/**
 * The tools of one release.
 *
 * @param release the release
 * @param look lists what is loaded
 * @param load loads
 * @param unload unloads
 */
public record Toolset(MacOsVersion release, LookTool look, LoadTool load, UnloadTool unload) {
  private static final MacOsVersion FIRST = new MacOsVersion(10, 6, 0);

  /**
   * The tools of a release: the classic ones up to 10.15, kmutil from 11.
   *
   * @param release the release
   * @return its tools
   * @throws KextException if the release is before 10.6, whose tools took other options
   */
  public static Toolset of(MacOsVersion release) {
    if (!release.isAtLeast(FIRST)) {
      throw new KextException(
          "The tools of macOS %s took other options than those of 10.6 and later; they are not supported."
              .formatted(release));
    }
    return release.isAtLeast(MacOsVersion.BIG_SUR)
        ? new Toolset(release, new KmutilShowloaded(), new KmutilLoad(), new KmutilUnload())
        : new Toolset(release, new Kextstat(), new Kextload(), new Kextunload());
  }
}
