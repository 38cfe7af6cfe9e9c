package io.github.kextmanager.testing.disk;

import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Opens bundles, as {@code OSKextCreate} does: what is no kext is passed over in silence, what
 * looks like one but cannot be read leaves a line.
 */
public final class KextOpener {
  private static final List<String> SUPPORT_FOLDERS =
      List.of("Contents", "Resources", "Support Files");

  private final Disk disk;
  private final Platform platform;

  /**
   * An opener.
   *
   * @param disk where the bundles lie
   * @param platform whose rules count
   */
  public KextOpener(Disk disk, Platform platform) {
    this.disk = disk;
    this.platform = platform;
  }

  /**
   * Opens one bundle.
   *
   * @param path an absolute path of the Mac
   * @param shownAs how messages name it, where the release does not name real paths
   * @param log takes a line where a bundle cannot be read
   * @return the kext, or empty
   */
  public Optional<KextOnDisk> open(Path path, String shownAs, LogSink log) {
    if (!isKextName(path)) {
      return Optional.empty();
    }
    Path place = path;
    String name = shownAs;
    if (goesByRealPath()) {
      Optional<Path> realPath = disk.realPath(path);
      if (realPath.isEmpty()) {
        log.log(error("Unable to determine realpath for %s - failing.", path.toString()));
        return Optional.empty();
      }
      place = realPath.get();
      name = place.toString();
    }
    if (!disk.isFolder(place)) {
      log.log(error("Can't open CFBundle for %s.", path.toString()));
      return Optional.empty();
    }
    return read(place, name, log);
  }

  /**
   * By which path a bundle is known: up to 10.14.4 by the one it was reached through, later by its
   * real one.
   *
   * @param path an absolute path of the Mac
   * @return the path of a kext that is opened there
   */
  public Path identityOf(Path path) {
    return goesByRealPath() ? disk.realPath(path).orElse(path) : path;
  }

  /**
   * What was in a folder when it was looked through last, if nothing on the disk has changed since
   * and every bundle in it could be opened.
   *
   * @param folder an absolute path of the Mac
   * @return the kexts in the order in which they were opened
   */
  public Optional<List<KextOnDisk>> scanned(Path folder) {
    return disk.opened().scanned(folder, platform.release(), disk.revision());
  }

  /**
   * Remembers what is in a folder.
   *
   * @param folder an absolute path of the Mac
   * @param kexts everything in it, in the order in which it was opened
   */
  public void keepScan(Path folder, List<KextOnDisk> kexts) {
    disk.opened().keepScan(folder, platform.release(), kexts);
  }

  /**
   * Whether something has the name of a kext.
   *
   * @param path an absolute path of the Mac
   * @return true if the name ends as that of a kext
   */
  public static boolean isKextName(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.endsWith(".kext") && name.length() > ".kext".length();
  }

  private boolean goesByRealPath() {
    return platform.release().isAtLeast(Releases.REAL_PATHS);
  }

  private Optional<KextOnDisk> read(Path place, String name, LogSink log) {
    Optional<KextOnDisk> known =
        disk.opened().find(place, name, platform.release(), disk.revision());
    if (known.isPresent()) {
      return known;
    }
    Optional<KextOnDisk> kext = readAnew(place, name, log);
    kext.ifPresent(disk.opened()::keep);
    return kext;
  }

  private Optional<KextOnDisk> readAnew(Path place, String name, LogSink log) {
    Path support = supportFolder(place);
    Optional<byte[]> file = disk.read(support.resolve("Info.plist"));
    if (file.isEmpty()) {
      log.log(error("%s has no Info.plist file.", name));
      return Optional.empty();
    }
    InfoPlist info;
    try {
      info = InfoPlist.parse(file.get(), genericArchitecture());
    } catch (InfoPlistSyntaxException e) {
      log.log(error("Can't read info dictionary for %s: %s.", name, e.reason()));
      return Optional.empty();
    }
    if (info.string("CFBundlePackageType").filter(type -> !type.isEmpty()).isEmpty()) {
      log.log(error("Can't record kext in identifier lookup dictionary; no identifier."));
      log.log(error("Can't record kext in identifier lookup dictionary; no identifier."));
      return Optional.empty();
    }
    Optional<Path> executable = executable(place, support, info);
    return Optional.of(
        new KextOnDisk(
            place,
            name,
            info,
            executable.flatMap(this::code),
            new CodeSealReader(
                    disk, support, executable, info.string("CFBundleIdentifier").orElse(""))
                ::read,
            script(place, support),
            platform.release()));
  }

  private Optional<Path> executable(Path bundle, Path support, InfoPlist info) {
    // Only with the first layout is the folder for executables inside the support folder.
    Path container = support.endsWith("Contents") ? support : bundle;
    return info.string("CFBundleExecutable")
        .filter(name -> !name.isEmpty())
        .flatMap(
            name ->
                Stream.of(container.resolve("MacOS"), support, bundle)
                    .map(folder -> folder.resolve(name))
                    .filter(disk::isFile)
                    .findFirst());
  }

  private Optional<MachO> code(Path executable) {
    return disk.read(executable)
        // From 10.15 on an empty file cannot be mapped and counts as missing.
        .filter(file -> file.length > 0 || !platform.release().isAtLeast(Releases.CATALINA))
        .map(MachO::read);
  }

  private KextScript script(Path bundle, Path support) {
    return disk.read(support.resolve("Resources").resolve(KextScript.FILE_NAME))
        .or(() -> disk.read(bundle.resolve(KextScript.FILE_NAME)))
        .map(KextScript::parse)
        .orElse(KextScript.PLAIN);
  }

  private Path supportFolder(Path bundle) {
    return SUPPORT_FOLDERS.stream()
        .map(bundle::resolve)
        .filter(folder -> disk.isFile(folder.resolve("Info.plist")))
        .findFirst()
        .orElse(bundle);
  }

  private String genericArchitecture() {
    return new CpuType(platform.architecture().type(), OptionalInt.empty()).columnText();
  }

  private static LogMessage error(String format, String... values) {
    return LogMessage.error(format.formatted((Object[]) values));
  }
}
