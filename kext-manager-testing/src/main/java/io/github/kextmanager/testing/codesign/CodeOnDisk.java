package io.github.kextmanager.testing.codesign;

import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistReader;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import io.github.kextmanager.plist.UnreadablePlistException;
import io.github.kextmanager.testing.disk.Disk;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A bundle or a lone executable, as code signing sees it.
 *
 * @param kind what it is
 * @param executable the file that is signed; of a bundle without an executable its Info.plist
 * @param infoPlist the bytes of the Info.plist, if it has one
 * @param codeResources the bytes of {@code _CodeSignature/CodeResources}, if it has them
 */
record CodeOnDisk(
    Kind kind, Path executable, Optional<byte[]> infoPlist, Optional<byte[]> codeResources) {
  private static final Path CONTENTS = Path.of("Contents");

  enum Kind {
    BUNDLE,
    BUNDLE_WITHOUT_EXECUTABLE,
    FILE
  }

  /** What lies at a path, or empty if there is nothing. */
  static Optional<CodeOnDisk> at(Path path, Disk disk) {
    if (disk.isFile(path)) {
      return Optional.of(
          new CodeOnDisk(Kind.FILE, real(path, disk), Optional.empty(), Optional.empty()));
    }
    return disk.isFolder(path) ? Optional.of(bundle(real(path, disk), disk)) : Optional.empty();
  }

  private static CodeOnDisk bundle(Path bundle, Disk disk) {
    Path inside = disk.isFolder(bundle.resolve(CONTENTS)) ? bundle.resolve(CONTENTS) : bundle;
    Path plist = inside.resolve("Info.plist");
    Optional<byte[]> infoPlist = disk.read(plist);
    Optional<Path> executable =
        infoPlist
            .flatMap(CodeOnDisk::executableName)
            .map(
                name ->
                    inside.equals(bundle)
                        ? bundle.resolve(name)
                        : inside.resolve("MacOS").resolve(name))
            .filter(disk::isFile);
    return new CodeOnDisk(
        executable.isPresent() ? Kind.BUNDLE : Kind.BUNDLE_WITHOUT_EXECUTABLE,
        executable.orElse(plist),
        infoPlist,
        disk.read(inside.resolve("_CodeSignature/CodeResources")));
  }

  private static Optional<String> executableName(byte[] infoPlist) {
    return dictionary(infoPlist)
        .flatMap(dictionary -> dictionary.get("CFBundleExecutable", PlistString.class))
        .map(PlistString::value)
        .filter(name -> !name.isBlank());
  }

  /** A property list that is a dictionary, or empty if it is none. */
  static Optional<PlistDict> dictionary(byte[] bytes) {
    try {
      PlistValue value = PlistReader.read(bytes);
      return value instanceof PlistDict dictionary ? Optional.of(dictionary) : Optional.empty();
    } catch (UnreadablePlistException e) {
      return Optional.empty();
    }
  }

  private static Path real(Path path, Disk disk) {
    return disk.realPath(path).orElse(path);
  }
}
