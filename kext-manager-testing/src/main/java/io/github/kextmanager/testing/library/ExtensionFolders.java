package io.github.kextmanager.testing.library;

import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import java.util.List;

/** The folders in which a release looks for kexts ({@code OSKextGetSystemExtensionsFolderURLs}). */
public final class ExtensionFolders {
  private static final MacOsVersion MAVERICKS = new MacOsVersion(10, 9, 0);
  private static final MacOsVersion CATALINA = new MacOsVersion(10, 15, 0);

  /** Where Apple's own kexts are. */
  public static final Path SYSTEM = Path.of("/System/Library/Extensions");

  /** Where those of everybody else belong. */
  public static final Path LOCAL = Path.of("/Library/Extensions");

  private static final Path DELIVERED_APART = Path.of("/Library/Apple/System/Library/Extensions");

  private ExtensionFolders() {}

  /**
   * The folders of a release.
   *
   * @param release the release
   * @return the folders in the order in which they are searched; they need not exist
   */
  public static List<Path> of(MacOsVersion release) {
    if (!release.isAtLeast(MAVERICKS)) {
      return List.of(SYSTEM);
    }
    return release.isAtLeast(CATALINA)
        ? List.of(SYSTEM, LOCAL, DELIVERED_APART)
        : List.of(SYSTEM, LOCAL);
  }
}
