package io.github.kextmanager.testing.codesign;

import io.github.kextmanager.macho.Certificates;
import io.github.kextmanager.macho.CodeDirectory;
import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.HashType;
import io.github.kextmanager.macho.SigningCertificate;
import io.github.kextmanager.testing.codesign.SignatureBlobs.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What {@code codesign -d} prints on stderr, by how often {@code -v} was given. */
final class Display {
  private static final int PLAIN = 0;
  private static final int VERBOSE = 1;
  private static final int AUTHORITIES = 2;
  private static final int HASHES = 3;

  private final String target;
  private final SignatureView view;
  private final CodeSignature signature;
  private final int verbosity;
  private final List<String> lines = new ArrayList<>();

  private Display(String target, SignatureView view, CodeSignature signature, int verbosity) {
    this.target = target;
    this.view = view;
    this.signature = signature;
    this.verbosity = verbosity;
  }

  /** The lines about a signature. */
  static List<String> lines(
      String target, SignatureView view, CodeSignature signature, int verbosity) {
    var display = new Display(target, view, signature, verbosity);
    display.identity();
    display.directory();
    display.signature();
    display.covered();
    return display.lines;
  }

  private void identity() {
    note(PLAIN, "Executable=" + view.code().executable());
    note(VERBOSE, "Identifier=" + signature.identifier());
    note(VERBOSE, "Format=" + view.format());
  }

  private void directory() {
    CodeDirectory directory = signature.best();
    Figures figures =
        view.blobs()
            .codeDirectory(hashNumber(directory.hash()))
            .orElse(new Figures(0, directory.slots().size(), 1, 0, OptionalInt.empty()));
    note(
        VERBOSE,
        "CodeDirectory v=%x size=%d flags=%s hashes=%d+%d location=embedded"
            .formatted(
                directory.version(),
                figures.size(),
                FlagNames.text(directory.flagBits()),
                figures.codeSlots(),
                figures.specialSlots()));
    if (figures.platform() != 0) {
      note(VERBOSE, "Platform identifier=%d".formatted(figures.platform()));
    }
    note(HASHES, "Hash type=" + hashName(directory.hash()));
    note(HASHES, "CDHash=" + directory.cdHash());
  }

  private void signature() {
    OptionalInt size = view.blobs().signatureSize();
    if ((signature.best().flagBits() & 0x2) != 0) {
      note(VERBOSE, "Signature=adhoc");
    } else if (size.isPresent()) {
      note(VERBOSE, "Signature size=%d".formatted(size.getAsInt()));
      authorities().forEach(name -> note(AUTHORITIES, "Authority=" + name));
    } else {
      note(PLAIN, target + ": no signature");
    }
  }

  private List<String> authorities() {
    return signature.certificates() instanceof Certificates.Read read
        ? read.chain().stream()
            .map(SigningCertificate::commonName)
            .flatMap(name -> name.stream())
            .toList()
        : List.of("(unavailable)");
  }

  private void covered() {
    note(VERBOSE, SealText.infoPlist(view.code().infoPlist()));
    note(VERBOSE, "TeamIdentifier=" + signature.teamIdentifier().orElse("not set"));
    view.blobs()
        .codeDirectory(hashNumber(signature.best().hash()))
        .ifPresent(figures -> figures.runtime().ifPresent(this::runtime));
    note(VERBOSE, SealText.resources(view.code().codeResources()));
    note(
        VERBOSE,
        view.blobs()
            .requirements()
            .map("Internal requirements "::concat)
            .orElse("Internal requirements=none"));
  }

  private void runtime(int version) {
    note(
        VERBOSE,
        "Runtime Version=%d.%d.%d".formatted(version >>> 16, version >>> 8 & 0xff, version & 0xff));
  }

  private void note(int from, String line) {
    if (verbosity >= from) {
      lines.add(line);
    }
  }

  private static int hashNumber(HashType type) {
    return switch (type) {
      case SHA_1 -> 1;
      case SHA_256 -> 2;
      case SHA_256_TRUNCATED -> 3;
      case SHA_384 -> 4;
    };
  }

  private static String hashName(HashType type) {
    return switch (type) {
      case SHA_1 -> "sha1 size=20";
      case SHA_256 -> "sha256 size=32";
      case SHA_256_TRUNCATED -> "sha256 size=20";
      case SHA_384 -> "sha384 size=48";
    };
  }
}
