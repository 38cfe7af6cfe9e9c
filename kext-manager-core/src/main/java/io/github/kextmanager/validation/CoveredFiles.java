package io.github.kextmanager.validation;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.macho.SealedFiles;
import io.github.kextmanager.macho.SpecialSlot;
import io.github.kextmanager.plist.PlistReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a bundle that the signature of its code covers.
 *
 * @param read those that could be read
 * @param notGiven the others, and why
 */
record CoveredFiles(SealedFiles read, Map<SpecialSlot, String> notGiven) {
  /** As much as is read of any property list. */
  private static final int MAXIMUM_BYTES = PlistReader.MAXIMUM_BYTES;

  static CoveredFiles of(KextBundle bundle, RootedFiles files) {
    Map<SpecialSlot, String> notGiven = new EnumMap<>(SpecialSlot.class);
    Path support = bundle.layout().supportFolder();
    SealedFiles read = SealedFiles.none();
    Optional<byte[]> infoPlist =
        read(bundle, support.resolve("Info.plist"), files, SpecialSlot.INFO_PLIST, notGiven);
    if (infoPlist.isPresent()) {
      read = read.withInfoPlist(infoPlist.get());
    }
    Optional<byte[]> codeResources =
        read(
            bundle,
            support.resolve("_CodeSignature").resolve("CodeResources"),
            files,
            SpecialSlot.CODE_RESOURCES,
            notGiven);
    if (codeResources.isPresent()) {
      read = read.withCodeResources(codeResources.get());
    }
    return new CoveredFiles(read, notGiven);
  }

  private static Optional<byte[]> read(
      KextBundle bundle,
      Path path,
      RootedFiles files,
      SpecialSlot slot,
      Map<SpecialSlot, String> notGiven) {
    String reason;
    try {
      RootedFiles.Found found = files.find(bundle.path(), path);
      if (found.attributes().isRegularFile()) {
        byte[] bytes = bytes(files.here(found.path()));
        if (bytes.length <= MAXIMUM_BYTES) {
          return Optional.of(bytes);
        }
        reason = "has more than %d bytes".formatted(MAXIMUM_BYTES);
      } else {
        reason = "is not a file";
      }
    } catch (NoSuchFileException missing) {
      reason = "is missing";
    } catch (IOException failure) {
      reason = "cannot be read";
    }
    notGiven.put(slot, "%s %s.".formatted(path, reason));
    return Optional.empty();
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      return stream.readNBytes(MAXIMUM_BYTES + 1);
    }
  }
}
