package io.github.kextmanager.dependency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistReader;
import io.github.kextmanager.plist.PlistString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a folder of bundles from the property lists of real kexts, each with an identifier of its
 * own. They have no executables.
 *
 * <p>As a program: {@code BundleTree FOLDER COUNT}, with the property lists below {@code
 * $KEXT_REFERENCE/plists}.
 */
public final class BundleTree {
  private static final long LARGEST = 60_000;

  private BundleTree() {}

  /** Makes the bundles that the arguments ask for. */
  public static void main(String[] arguments) throws IOException {
    make(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  /** Takes the property lists in the order of their names, over and over. */
  static void make(Path folder, int count) throws IOException {
    List<Template> templates = templates();
    for (int i = 0; i < count; i++) {
      Path contents = folder.resolve("Kext%05d.kext".formatted(i)).resolve("Contents");
      Files.createDirectories(contents);
      Files.writeString(
          contents.resolve("Info.plist"), templates.get(i % templates.size()).numbered(i));
    }
  }

  private static List<Template> templates() throws IOException {
    String reference = System.getenv("KEXT_REFERENCE");
    if (reference == null) {
      throw new IllegalStateException(
          "KEXT_REFERENCE names no folder, so there are no property lists to make bundles of");
    }
    List<Template> templates = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(reference, "plists"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".plist")).sorted().toList()) {
        if (Files.size(file) < LARGEST) {
          templates.add(Template.of(file));
        }
      }
    }
    return templates;
  }

  /** A property list, and the identifier in it. */
  private record Template(String text, String identifier) {
    static Template of(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      var root = (PlistDict) PlistReader.read(bytes);
      String identifier =
          root.get("CFBundleIdentifier", PlistString.class).map(PlistString::value).orElse("");
      return new Template(new String(bytes, UTF_8), identifier);
    }

    String numbered(int number) {
      return text.replace(
          "<string>" + identifier + "</string>",
          "<string>" + identifier + ".copy" + number + "</string>");
    }
  }
}
