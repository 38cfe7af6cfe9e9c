package io.github.kextmanager.documentation;

import io.github.kextmanager.conformance.RepositoryCase;
import io.github.kextmanager.conformance.RepositoryTree;
import io.github.kextmanager.documentation.BundlesDocument.Block;
import io.github.kextmanager.validation.OwnerAndMode;
import io.github.kextmanager.validation.Ownership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The disk of a Mac with the kexts of an example, below a folder here. */
final class ExampleDisk {
  static final Path SYSTEM = Path.of("/System/Library/Extensions");
  static final Path FOLDER = Path.of("/Library/Extensions");

  private static final Pattern NAME = Pattern.compile("<!-- (\\w+)\\.kext -->");
  private static final Pattern LISTED =
      Pattern.compile("(?m)^([-dl])([rwx-]{9}) +(\\w+) +(\\w+) +(\\d+) +(.+?)(?: -> (.+))?$");
  private static final OwnerAndMode USUAL = new OwnerAndMode(0, 0, 0755);

  private final Path root;
  private final String usualKeys;
  private final RepositoryCase system;
  private final Map<Path, OwnerAndMode> owners = new HashMap<>();

  /** The libraries of the system are those of a case that has code for i386 and x86_64 too. */
  ExampleDisk(Path root, String usualKeys) throws IOException {
    this.root = root;
    this.usualKeys = usualKeys;
    this.system =
        RepositoryCase.ofCategory("executable-i386")
            .filter(repository -> repository.id().equals("executable-i386/fat-good"))
            .findFirst()
            .orElseThrow();
    new RepositoryTree(root, system).write();
  }

  /** Without a property list there is a kext with the usual keys only. */
  void kexts(List<Block> propertyLists) throws IOException {
    kext("Example", "");
    for (Block block : propertyLists) {
      List<String> names =
          NAME.matcher(block.text()).results().map(match -> match.group(1)).toList();
      kext(names.isEmpty() ? "Example" : names.get(0), block.text());
    }
  }

  private void kext(String name, String keys) throws IOException {
    Path contents = here(Path.of(name + ".kext", "Contents"));
    Files.createDirectories(contents.resolve("MacOS"));
    Files.write(contents.resolve("MacOS").resolve(name), code());
    Files.writeString(
        contents.resolve("Info.plist"),
        "<plist version=\"1.0\">\n<dict>\n" + usualKeys + keys + "</dict>\n</plist>\n");
  }

  private byte[] code() {
    return system.tree().stream()
        .filter(entry -> entry.path().contains("/MacOS/"))
        .findFirst()
        .orElseThrow()
        .contents();
  }

  /** Makes files as {@code ls -l} lists them. */
  void files(Block listing) throws IOException {
    for (MatchResult line : LISTED.matcher(listing.text()).results().toList()) {
      Path path = Path.of(line.group(6));
      make(line, here(path));
      owners.put(FOLDER.resolve(path), owner(line));
    }
  }

  private static void make(MatchResult line, Path here) throws IOException {
    if (line.group(1).equals("l")) {
      Files.createSymbolicLink(here, Path.of(line.group(7)));
    } else if (line.group(1).equals("d") && !Files.isDirectory(here)) {
      Files.delete(here);
      Files.createDirectory(here);
    } else if (line.group(1).equals("-") && !here.endsWith("Info.plist")) {
      Files.writeString(here, "#".repeat(Integer.parseInt(line.group(5))));
    }
  }

  private static OwnerAndMode owner(MatchResult line) {
    String letters = line.group(2);
    int mode =
        IntStream.range(0, letters.length())
            .filter(i -> letters.charAt(i) != '-')
            .map(i -> 0400 >> i)
            .sum();
    return new OwnerAndMode(
        line.group(3).equals("root") ? 0 : 501, line.group(4).equals("wheel") ? 0 : 80, mode);
  }

  Ownership ownership() {
    return (seen, onDisk) -> owners.getOrDefault(seen, USUAL);
  }

  private Path here(Path inFolder) {
    return root.resolve(FOLDER.toString().substring(1)).resolve(inFolder);
  }
}
