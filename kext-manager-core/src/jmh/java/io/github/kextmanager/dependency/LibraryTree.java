package io.github.kextmanager.dependency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Makes a folder of bundles that need each other as drivers do: parts of the kernel, and every
 * second one a driver that comes before it.
 */
final class LibraryTree {
  private static final String[] KERNEL = {"bsd", "iokit", "libkern", "mach"};

  private LibraryTree() {}

  static void make(Path folder, int count) throws IOException {
    var random = new Random(count);
    for (String part : KERNEL) {
      write(folder, "com.apple.kpi." + part, "19.6.0", "<key>OSKernelResource</key><true/>");
    }
    for (int i = 0; i < count; i++) {
      var libraries = new StringBuilder("<key>OSBundleLibraries</key><dict>");
      for (String part : KERNEL) {
        libraries.append("<key>com.apple.kpi.").append(part).append("</key><string>8.0</string>");
      }
      if (i > 0 && i % 2 == 0) {
        libraries
            .append("<key>com.example.driver")
            .append(random.nextInt(i))
            .append("</key><string>1.0</string>");
      }
      write(folder, "com.example.driver" + i, "1.0", libraries.append("</dict>").toString());
    }
  }

  private static void write(Path folder, String identifier, String version, String more)
      throws IOException {
    Path contents = folder.resolve(identifier + ".kext").resolve("Contents");
    Files.createDirectories(contents);
    Files.writeString(
        contents.resolve("Info.plist"),
        """
        <plist version="1.0"><dict>
        <key>CFBundlePackageType</key><string>KEXT</string>
        <key>CFBundleIdentifier</key><string>%s</string>
        <key>CFBundleVersion</key><string>%s</string>
        <key>OSBundleCompatibleVersion</key><string>1.0</string>
        %s
        </dict></plist>
        """
            .formatted(identifier, version, more));
  }
}
