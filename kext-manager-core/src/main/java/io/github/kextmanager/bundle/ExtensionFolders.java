package io.github.kextmanager.bundle;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders in which a release of macOS looks for kexts by itself (IOKitUser, OSKext.c, {@code
 * OSKextGetSystemExtensionsFolderURLs}).
 *
 * <p>A folder is not searched recursively: only its kexts, and the plug-ins directly inside them.
 * Inside a folder the order is by name without case.
 */
public final class ExtensionFolders {
  private static final MacOsVersion MAVERICKS = new MacOsVersion(10, 9, 0);
  private static final MacOsVersion MOJAVE = new MacOsVersion(10, 14, 0);
  private static final MacOsVersion CATALINA = new MacOsVersion(10, 15, 0);
  private final RootedFiles files;
  private final List<Path> folders;

  /**
   * The folders of a Mac.
   *
   * @param root the folder below which its files are
   * @param release its release
   */
  public ExtensionFolders(Path root, MacOsVersion release) {
    this.files = new RootedFiles(root);
    this.folders = of(release);
  }

  /**
   * The folders of a release, there or not.
   *
   * @param release the release
   * @return absolute paths as seen on the Mac, in the order in which they are searched
   */
  public static List<Path> of(MacOsVersion release) {
    List<String> paths = new ArrayList<>(List.of("/System/Library/Extensions"));
    if (release.isAtLeast(MAVERICKS)) {
      paths.add("/Library/Extensions");
    }
    if (release.isAtLeast(CATALINA)) {
      paths.add("/System/Library/DriverExtensions");
      paths.add("/Library/DriverExtensions");
      paths.add("/Library/Apple/System/Library/Extensions");
    }
    if (release.isAtLeast(MOJAVE)) {
      paths.add("/AppleInternal/Library/Extensions");
    }
    return paths.stream().map(Path::of).toList();
  }

  /**
   * The kexts of an identifier.
   *
   * @param identifier the identifier
   * @return the bundles that declare it, in the order in which macOS comes across them
   */
  public List<KextBundle> find(BundleIdentifier identifier) {
    return scan().bundles().stream()
        .filter(bundle -> bundle.identifier().equals(identifier))
        .toList();
  }

  /**
   * All that is in the folders. A folder that is missing holds nothing.
   *
   * @return the bundles, and what could not be read
   */
  public Scan scan() {
    var scan = new ExtensionScan(files);
    folders.forEach(scan::folder);
    return scan.result();
  }

  /**
   * What the folders hold.
   *
   * @param bundles the kexts, in the order in which macOS comes across them
   * @param unreadable what has the name of a kext and cannot be read as one, and folders that
   *     cannot be listed
   */
  public record Scan(List<KextBundle> bundles, List<UnreadableBundleException> unreadable) {
    /** Takes unmodifiable copies of the lists. */
    public Scan {
      bundles = List.copyOf(bundles);
      unreadable = List.copyOf(unreadable);
    }
  }
}
