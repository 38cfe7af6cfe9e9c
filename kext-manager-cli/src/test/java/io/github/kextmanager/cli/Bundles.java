package io.github.kextmanager.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Kexts without code in {@code /Library/Extensions} of some folder, which belong to root. */
record Bundles(Path root) {
  /** A kext that needs nothing but, perhaps, a library. */
  void add(String name, String library) throws IOException {
    String libraries = library.isEmpty() ? "" : "<key>" + library + "</key><string>1.0</string>";
    write(
        name,
        """
        <plist version="1.0"><dict>
        <key>CFBundlePackageType</key><string>KEXT</string>
        <key>CFBundleIdentifier</key><string>com.example.%s</string>
        <key>CFBundleVersion</key><string>1.0</string>
        <key>OSBundleCompatibleVersion</key><string>1.0</string>
        <key>OSBundleLibraries</key><dict>%s</dict>
        <key>IOKitPersonalities</key><dict/>
        </dict></plist>
        """
            .formatted(name, libraries));
  }

  /** A kext with any property list. */
  Path write(String name, String infoPlist) throws IOException {
    Path contents = bundle(name).resolve("Contents");
    return Files.writeString(Files.createDirectories(contents).resolve("Info.plist"), infoPlist);
  }

  /** Where a kext is here. */
  Path bundle(String name) {
    return root.resolve("Library/Extensions").resolve(name + ".kext");
  }

  /** Whether what this process writes belongs to root, as the files of a good kext do. */
  boolean belongToRoot() throws IOException {
    return Files.getAttribute(root, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(0);
  }
}
