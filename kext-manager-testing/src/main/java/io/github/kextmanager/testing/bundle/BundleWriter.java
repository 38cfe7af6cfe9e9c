package io.github.kextmanager.testing.bundle;

import io.github.kextmanager.testing.bundle.BundleContents.Layout;
import io.github.kextmanager.testing.bundle.CodeDirectory.SpecialHashes;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.InfoPlistText;
import io.github.kextmanager.testing.disk.KextScript;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the files of a bundle. */
final class BundleWriter {
  private static final Path SIGNATURE_FOLDER = Path.of("_CodeSignature");
  private static final String RESOURCES = "CodeResources";
  private static final String DIRECTORY = "CodeDirectory";
  private static final String REQUIREMENTS = "CodeRequirements";
  private static final String CRYPTOGRAPHY = "CodeSignature";

  private final BundleContents contents;
  private final Disk disk;
  private final Path support;
  private final byte[] infoPlist;
  private final Map<String, byte[]> resources = new LinkedHashMap<>();

  BundleWriter(BundleContents contents, Disk disk) {
    this.contents = contents;
    this.disk = disk;
    boolean isFlat = contents.layout() == Layout.FLAT;
    this.support = isFlat ? contents.path() : contents.path().resolve("Contents");
    this.infoPlist = InfoPlistText.bytes(contents.info());
    if (!contents.script().equals(KextScript.PLAIN)) {
      resources.put(
          isFlat ? KextScript.FILE_NAME : "Resources/" + KextScript.FILE_NAME,
          contents.script().toFile());
    }
  }

  void write() {
    if (disk.isFolder(support)) {
      removeOldParts();
    }
    resources.forEach((name, bytes) -> disk.write(support.resolve(name), bytes));
    Optional<byte[]> codeResources =
        Optional.of(contents.signing())
            .filter(Signing::sealsResources)
            .map(any -> CodeResources.of(resources));
    codeResources.ifPresent(bytes -> writeSignaturePart(RESOURCES, bytes));
    Optional<CodeDirectory> directory = directory(codeResources);
    Optional<Path> executable = executable();
    executable.ifPresent(file -> disk.write(file, code(directory)));
    if (executable.isEmpty()) {
      directory.ifPresent(this::writeDetached);
    }
    disk.write(support.resolve("Info.plist"), infoPlist);
  }

  /** What another bundle that lay here had and this one has not. */
  private void removeOldParts() {
    disk.delete(support.resolve("Resources").resolve(KextScript.FILE_NAME));
    disk.delete(support.resolve(KextScript.FILE_NAME));
    List.of(RESOURCES, DIRECTORY, REQUIREMENTS, CRYPTOGRAPHY)
        .forEach(part -> disk.delete(support.resolve(SIGNATURE_FOLDER).resolve(part)));
  }

  private Optional<CodeDirectory> directory(Optional<byte[]> codeResources) {
    return contents.signing() instanceof Signing.Unsigned
        ? Optional.empty()
        : Optional.of(
            new CodeDirectory(
                contents.identifier(),
                contents.signing(),
                contents.seal(),
                new SpecialHashes(infoPlist, codeResources)));
  }

  private Optional<Path> executable() {
    Path folder = contents.layout() == Layout.FLAT ? support : support.resolve("MacOS");
    return Optional.ofNullable(contents.info().get(BundleContents.EXECUTABLE))
        .map(String::valueOf)
        .filter(name -> !name.isEmpty())
        .map(folder::resolve);
  }

  private byte[] code(Optional<CodeDirectory> directory) {
    var module =
        new KextModule(
            contents.identifier(),
            String.valueOf(contents.info().get("CFBundleVersion")),
            contents.code());
    return ThinImage.file(
        module,
        directory.map(each -> new EmbeddedSignature(each, contents.signing().cryptography())));
  }

  private void writeDetached(CodeDirectory directory) {
    writeSignaturePart(DIRECTORY, directory.of(infoPlist, infoPlist.length));
    writeSignaturePart(REQUIREMENTS, SignatureBlobs.requirements());
    writeSignaturePart(CRYPTOGRAPHY, contents.signing().cryptography());
  }

  private void writeSignaturePart(String name, byte[] bytes) {
    disk.write(support.resolve(SIGNATURE_FOLDER).resolve(name), bytes);
  }
}
