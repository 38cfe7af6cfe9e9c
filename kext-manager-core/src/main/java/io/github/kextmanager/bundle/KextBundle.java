package io.github.kextmanager.bundle;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextVersion;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.model.VersionGrammar;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A kext on disk, as its property list describes it. Read, not judged: macOS may refuse it for many
 * reasons, and any value in it may be missing or of the wrong kind.
 *
 * <p>Immutable. It keeps what is in its {@link KextProperties}, and not the whole property list.
 *
 * @param path where it is, as seen on the Mac, with all symbolic links followed
 * @param location the path that stands for it in macOS: the {@code path} from 10.14.5, before that
 *     the path at which it was found, so that a symbolic link to a bundle is a kext of its own
 * @param shown how the tools name it in a message: up to 10.14.4 relative to the folder in which it
 *     was found, then by its path
 * @param layout where its parts are
 * @param properties what its Info.plist says
 * @param kernelRefusal why the kernel's own parser of property lists refuses its Info.plist, with
 *     the words and the line that macOS gives; empty if it accepts it. Up to 10.15 such a kext
 *     cannot be opened at all
 */
public record KextBundle(
    Path path,
    Path location,
    String shown,
    BundleLayout layout,
    KextProperties properties,
    Optional<String> kernelRefusal) {

  /** What macOS files a kext under that has no identifier (IOKitUser, OSKext.c). */
  public static final BundleIdentifier UNKNOWN = BundleIdentifier.reported("__unknown__");

  /**
   * The identifier under which macOS files it.
   *
   * @return its {@code CFBundleIdentifier}; {@link #UNKNOWN} if that is missing, empty or no text
   */
  public BundleIdentifier identifier() {
    return text(KextKey.IDENTIFIER).map(BundleIdentifier::reported).orElse(UNKNOWN);
  }

  /**
   * Its {@code CFBundleVersion} as it stands there.
   *
   * @return the version; without text if it is missing or no text
   */
  public ReportedVersion version() {
    return new ReportedVersion(text(KextKey.VERSION).orElse(""));
  }

  /**
   * Its version as a release reads it from a property list.
   *
   * @param grammar the grammar of the release
   * @return the version, or empty if the text is none
   */
  public Optional<KextVersion> versionIn(VersionGrammar grammar) {
    return text(KextKey.VERSION).flatMap(grammar::fromPropertyList);
  }

  /**
   * The name of the file with its code.
   *
   * @return its {@code CFBundleExecutable}; empty if that is missing, empty or no text
   */
  public Optional<String> executable() {
    return text(KextKey.EXECUTABLE);
  }

  /**
   * Whether it has no code. Loading such a kext hands its personalities to the I/O Kit; the kernel
   * never lists it.
   *
   * @return true if it names no executable, neither its own nor, for any architecture, another's
   */
  public boolean isCodeless() {
    return properties.get(KextKey.EXECUTABLE).isAbsent()
        && !properties.isSomewhere(KextKey.SHARED_EXECUTABLE);
  }

  /**
   * What a Mac takes it for.
   *
   * @param target the Mac
   * @return what it is there
   */
  public KextFacts on(TargetMac target) {
    return KextFacts.of(properties, target);
  }

  /**
   * Whether it is inside another kext.
   *
   * @return true if a folder on the way to it is a kext
   */
  public boolean isPlugIn() {
    return container().isPresent();
  }

  /**
   * The kext that it is inside of.
   *
   * @return the nearest folder on the way to it with the name of a kext
   */
  public Optional<Path> container() {
    for (Path folder = location.getParent(); folder != null; folder = folder.getParent()) {
      if (BundleName.isKext(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private Optional<String> text(KextKey<String> key) {
    return properties.get(key).asOptional().filter(text -> !text.isEmpty());
  }
}
