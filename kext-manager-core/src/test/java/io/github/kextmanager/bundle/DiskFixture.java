package io.github.kextmanager.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The disk of a Mac below a folder here. Paths are those seen on the Mac. */
public record DiskFixture(Path root) {
  private static final Map<String, String> USUAL =
      Map.of(
          "CFBundlePackageType", "<string>KEXT</string>",
          "CFBundleIdentifier", "<string>com.example.driver</string>",
          "CFBundleVersion", "<string>1.2.3</string>");

  /** A bundle of the usual layout, with the usual keys. */
  public DiskFixture kext(String bundle) {
    return kext(bundle, Map.of());
  }

  /** The same with other values under some keys, as elements; an empty one leaves the key out. */
  public DiskFixture kext(String bundle, Map<String, String> changes) {
    return file(bundle + "/Contents/Info.plist", infoPlist(changes));
  }

  public static String infoPlist(Map<String, String> changes) {
    Map<String, String> keys = new TreeMap<>(USUAL);
    keys.putAll(changes);
    var plist = new StringBuilder("<plist version=\"1.0\">\n<dict>\n");
    keys.forEach(
        (key, value) -> {
          if (!value.isEmpty()) {
            plist.append("<key>%s</key>%s\n".formatted(key, value));
          }
        });
    return plist.append("</dict>\n</plist>\n").toString();
  }

  public DiskFixture file(String path, String text) {
    try {
      Files.createDirectories(here(path).getParent());
      Files.writeString(here(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public DiskFixture folder(String path) {
    try {
      Files.createDirectories(here(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public DiskFixture link(String path, String target) {
    try {
      Files.createDirectories(here(path).getParent());
      Files.createSymbolicLink(here(path), Path.of(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public Path here(String path) {
    return root.resolve(path.substring(1));
  }
}
