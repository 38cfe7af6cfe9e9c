package io.github.kextmanager.bundle;

import io.github.kextmanager.plist.KernelPlist;
import io.github.kextmanager.plist.KernelPlistReader;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Finds the property list of a bundle and reads it, once. */
final class InfoPlistFile {
  private static final Path NAME = Path.of("Info.plist");

  private final Path bundle;
  private final RootedFiles files;

  /**
   * The property list of a bundle.
   *
   * @param bundle the path of the bundle, without links
   * @param files the files of the Mac
   */
  InfoPlistFile(Path bundle, RootedFiles files) {
    this.bundle = bundle;
    this.files = files;
  }

  /** Reads it as the kernel's own parser does. */
  InfoPlist read() {
    BundleLayout.Placed placed;
    try {
      placed = BundleLayout.of(bundle, files);
    } catch (IOException failure) {
      return InfoPlist.notRead(BundleLayout.FLAT, failure);
    }
    BundleLayout layout = placed.layout();
    try {
      RootedFiles.Found file = files.find(placed.infoPlistFolder(), NAME);
      // A device or a pipe in its place would never end.
      if (!file.attributes().isRegularFile()) {
        return InfoPlist.noFile(layout, "its Info.plist is not a file");
      }
      long size = file.attributes().size();
      return size > PlistReader.MAXIMUM_BYTES
          ? InfoPlist.tooLarge(layout, size, PlistReader.MAXIMUM_BYTES)
          : parse(layout, bytes(file));
    } catch (NoSuchFileException missing) {
      return InfoPlist.noFile(layout, "it has no Info.plist file");
    } catch (IOException failure) {
      return InfoPlist.notRead(layout, failure);
    }
  }

  private static InfoPlist parse(BundleLayout layout, byte[] bytes) {
    KernelPlist plist = KernelPlistReader.read(bytes);
    if (plist instanceof KernelPlist.Refused refusal) {
      return new InfoPlist.Refused(layout, refusal, () -> PlistReader.read(bytes));
    }
    return ((KernelPlist.Accepted) plist).root() instanceof PlistDict root
        ? new InfoPlist.Accepted(layout, root)
        : InfoPlist.notADictionary(layout, ((KernelPlist.Accepted) plist).root().kind());
  }

  private byte[] bytes(RootedFiles.Found file) throws IOException {
    return new UnchangedFile(files.here(file.path()), file.attributes())
        .bytes(PlistReader.MAXIMUM_BYTES);
  }
}
