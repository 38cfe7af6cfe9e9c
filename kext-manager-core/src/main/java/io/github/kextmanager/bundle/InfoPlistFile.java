package io.github.kextmanager.bundle;

import io.github.kextmanager.bundle.UnreadableBundleException.Fault;
import io.github.kextmanager.plist.KernelPlist;
import io.github.kextmanager.plist.KernelPlistReader;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistReader;
import io.github.kextmanager.plist.PlistValue;
import io.github.kextmanager.plist.UnreadablePlistException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the property list of a bundle and reads it. */
final class InfoPlistFile {
  private final Path bundle;
  private final RootedFiles files;

  InfoPlistFile(Path bundle, RootedFiles files) {
    this.bundle = bundle;
    this.files = files;
  }

  /**
   * As the kernel's own parser reads it, or else as everybody else does: kmutil is not known to use
   * that parser.
   */
  InfoPlist read() {
    byte[] bytes = bytes();
    KernelPlist plist = KernelPlistReader.read(bytes);
    if (plist instanceof KernelPlist.Refused refused) {
      return new InfoPlist(
          bundle,
          dictionary(readAsOthersDo(bytes)),
          Optional.of("%s: %s".formatted(refused.message(), refused.reason())));
    }
    return new InfoPlist(
        bundle, dictionary(((KernelPlist.Accepted) plist).root()), Optional.empty());
  }

  private PlistValue readAsOthersDo(byte[] bytes) {
    try {
      return PlistReader.read(bytes);
    } catch (UnreadablePlistException unreadable) {
      throw new UnreadableBundleException(
          bundle,
          Fault.BAD_PROPERTY_LIST,
          "The Info.plist of \"%s\" cannot be read. %s".formatted(bundle, unreadable.getMessage()),
          unreadable);
    }
  }

  private PlistDict dictionary(PlistValue root) {
    if (root instanceof PlistDict dictionary) {
      return dictionary;
    }
    throw bad("its Info.plist is of the kind %s, not a dictionary".formatted(root.kind()));
  }

  /** A device or a pipe in its place would never end, so only a regular file is opened. */
  private byte[] bytes() {
    try {
      Path file = files.here(files.real(BundleLayout.of(bundle, files).infoPlist(bundle)));
      if (!Files.isRegularFile(file)) {
        throw bad("its Info.plist is not a file");
      }
      try (InputStream stream = Files.newInputStream(file)) {
        return stream.readNBytes(PlistReader.MAXIMUM_BYTES + 1);
      }
    } catch (NoSuchFileException missing) {
      throw bad("it has no Info.plist file");
    } catch (IOException failure) {
      throw UnreadableBundleException.unreachable(bundle, failure);
    }
  }

  private UnreadableBundleException bad(String what) {
    return UnreadableBundleException.noKext(bundle, what);
  }
}
