package io.github.kextmanager.bundle;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders in which a release of macOS looks for kexts by itself (IOKitUser, OSKext.c, {@code
 * OSKextGetSystemExtensionsFolderURLs}).
 *
 * <p>A folder is not searched recursively: only its kexts, and the plug-ins directly inside them.
 * Inside a folder the order is by name without case.
 */
public final class ExtensionFolders {
  private static final MacOsVersion MAVERICKS = new MacOsVersion(10, 9, 0);
  private static final MacOsVersion CATALINA = new MacOsVersion(10, 15, 0);
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(
              (Path path) -> path.getFileName().toString(), String::compareToIgnoreCase)
          .thenComparing(Path::compareTo);

  private final RootedFiles files;
  private final KextBundleReader reader;
  private final List<Path> folders;

  /**
   * The folders of a Mac.
   *
   * @param root the folder below which its files are
   * @param release its release
   */
  public ExtensionFolders(Path root, MacOsVersion release) {
    this.files = new RootedFiles(root);
    this.reader = new KextBundleReader(root);
    this.folders = of(release);
  }

  private static List<Path> of(MacOsVersion release) {
    List<String> paths = new ArrayList<>(List.of("/System/Library/Extensions"));
    if (release.isAtLeast(MAVERICKS)) {
      paths.add("/Library/Extensions");
    }
    if (release.isAtLeast(CATALINA)) {
      paths.add("/Library/Apple/System/Library/Extensions");
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
   * @return the bundles, and what could not be read as one
   */
  public Scan scan() {
    List<KextBundle> bundles = new ArrayList<>();
    List<UnreadableBundleException> unreadable = new ArrayList<>();
    folders.stream()
        .flatMap(folder -> kextsIn(folder).stream())
        .flatMap(
            kext ->
                Stream.concat(Stream.of(kext), kextsIn(kext.resolve("Contents/PlugIns")).stream()))
        .forEach(
            kext -> {
              try {
                bundles.add(reader.readFound(kext));
              } catch (UnreadableBundleException failure) {
                unreadable.add(failure);
              }
            });
    return new Scan(bundles, unreadable);
  }

  private List<Path> kextsIn(Path folder) {
    List<Path> kexts = new ArrayList<>();
    try {
      Path real = files.real(folder);
      try (DirectoryStream<Path> entries =
          Files.newDirectoryStream(files.here(real), BundleName::isKext)) {
        entries.forEach(entry -> kexts.add(real.resolve(entry.getFileName())));
      }
    } catch (IOException missing) {
      return List.of();
    }
    kexts.sort(BY_NAME);
    return kexts;
  }

  /**
   * What the folders hold.
   *
   * @param bundles the kexts, in the order in which macOS comes across them
   * @param unreadable what has the name of a kext and cannot be read as one
   */
  public record Scan(List<KextBundle> bundles, List<UnreadableBundleException> unreadable) {
    /** Takes unmodifiable copies of the lists. */
    public Scan {
      bundles = List.copyOf(bundles);
      unreadable = List.copyOf(unreadable);
    }
  }
}
