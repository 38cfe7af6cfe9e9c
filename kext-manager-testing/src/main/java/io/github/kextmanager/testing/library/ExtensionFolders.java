package io.github.kextmanager.testing.library;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import java.nio.file.Path;
import java.util.List;

/** The folders in which a release looks for kexts ({@code OSKextGetSystemExtensionsFolderURLs}). */
public final class ExtensionFolders {

  /** Where Apple's own kexts are. */
  public static final Path SYSTEM = Path.of("/System/Library/Extensions");

  /** Where those of everybody else belong. */
  public static final Path LOCAL = Path.of("/Library/Extensions");

  /** Where those of Apple are that come with programs and updates. */
  public static final Path DELIVERED_APART = Path.of("/Library/Apple/System/Library/Extensions");

  private ExtensionFolders() {}

  /**
   * Where the kexts of other people than Apple belong.
   *
   * @param release the release
   * @return the folder: up to 10.8 Apple's own
   */
  public static Path ofOthers(MacOsVersion release) {
    return release.isAtLeast(Releases.MAVERICKS) ? LOCAL : SYSTEM;
  }

  /**
   * The folders of a release.
   *
   * @param release the release
   * @return the folders in the order in which they are searched; they need not exist
   */
  public static List<Path> of(MacOsVersion release) {
    if (!release.isAtLeast(Releases.MAVERICKS)) {
      return List.of(SYSTEM);
    }
    return release.isAtLeast(Releases.CATALINA)
        ? List.of(SYSTEM, LOCAL, DELIVERED_APART)
        : List.of(SYSTEM, LOCAL);
  }
}
