package io.github.kextmanager.bundle;

import io.github.kextmanager.bundle.UnreadableBundleException.Fault;
import io.github.kextmanager.plist.PlistDict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Reads the bundles of a Mac whose root is some folder here.
 *
 * <p>Immutable and thread-safe.
 */
public final class KextBundleReader {
  private final RootedFiles files;

  /**
   * A reader.
   *
   * @param root the folder below which the files of the Mac are; {@code /} on a Mac
   */
  public KextBundleReader(Path root) {
    this.files = new RootedFiles(root);
  }

  /**
   * Reads a bundle that somebody named, and that may be given to a tool that runs as root. So the
   * path must name the bundle itself. Symbolic links on the way to it are followed below the root.
   *
   * @param bundle an absolute path as seen on the Mac
   * @return the bundle; its path has no links left
   * @throws IllegalArgumentException if the path is not absolute, goes through {@code .} or {@code
   *     ..}, or holds a control character
   * @throws UnreadableBundleException if there is no bundle there, if it is a symbolic link, or if
   *     its property list cannot be read
   */
  public KextBundle read(Path bundle) {
    requirePlain(bundle);
    requireEnding(bundle);
    Path real;
    try {
      Path folder = bundle.getParent() == null ? bundle : files.real(bundle.getParent());
      real = folder.resolve(bundle.getFileName());
      if (Files.isSymbolicLink(files.here(real))) {
        throw new UnreadableBundleException(
            bundle,
            Fault.NOT_A_BUNDLE,
            "\"%s\" is a symbolic link to \"%s\"; name the bundle itself."
                .formatted(bundle, Files.readSymbolicLink(files.here(real))));
      }
      real = files.real(real);
    } catch (IOException failure) {
      throw UnreadableBundleException.unreachable(bundle, failure);
    }
    return readReal(real);
  }

  /**
   * Follows the path of a folder that somebody named, and in which a tool that runs as root is to
   * look for kexts.
   *
   * @param folder an absolute path as seen on the Mac
   * @return where it leads, below the root; no links are left in it
   * @throws IllegalArgumentException if the path is not absolute, goes through {@code .} or {@code
   *     ..}, or holds a control character
   * @throws UnreadableBundleException if there is no folder there
   */
  public Path folder(Path folder) {
    requirePlain(folder);
    try {
      Path real = files.real(folder);
      if (!Files.isDirectory(files.here(real), LinkOption.NOFOLLOW_LINKS)) {
        throw UnreadableBundleException.notAFolder(folder);
      }
      return real;
    } catch (IOException failure) {
      throw UnreadableBundleException.unreachable(folder, failure);
    }
  }

  /**
   * Reads the whole property list of a bundle again. A {@link KextBundle} keeps only what decides
   * about it; its personalities in full are here.
   *
   * @param bundle a bundle
   * @return its property list as the kernel's own parser reads it, or else as everybody else does
   * @throws UnreadableBundleException if it can no longer be read
   */
  public PlistDict infoPlist(KextBundle bundle) {
    return new StrictReading(bundle.path(), files).properties();
  }

  private KextBundle readReal(Path bundle) {
    if (!Files.isDirectory(files.here(bundle))) {
      throw UnreadableBundleException.notAFolder(bundle);
    }
    return new StrictReading(bundle, files).read();
  }

  private static void requirePlain(Path bundle) {
    String text = bundle.toString();
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A path must not hold control characters: \"%s\"."
              .formatted(text.replaceAll("\\p{Cc}", "?")));
    }
    if (!bundle.isAbsolute()) {
      throw new IllegalArgumentException(
          "A path must be absolute, as seen on the Mac: \"%s\".".formatted(text));
    }
    if (!bundle.normalize().equals(bundle)) {
      throw new IllegalArgumentException(
          "A path must not go through \".\" or \"..\": \"%s\".".formatted(text));
    }
  }

  private static void requireEnding(Path bundle) {
    if (!BundleName.isKext(bundle)) {
      throw new UnreadableBundleException(
          bundle,
          Fault.NOT_A_BUNDLE,
          "\"%s\" is not the name of a kext: it must end in \".kext\".".formatted(bundle));
    }
  }
}
