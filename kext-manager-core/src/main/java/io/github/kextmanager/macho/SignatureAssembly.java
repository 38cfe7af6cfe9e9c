package io.github.kextmanager.macho;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes of the parts of a signature what it says. */
final class SignatureAssembly {
  private final SignatureParts parts;
  private final SealedFiles files;

  SignatureAssembly(SignatureParts parts, SealedFiles files) {
    this.parts = parts;
    this.files = files;
  }

  /** Compares the pages of the code with a code directory, or says why it does not. */
  @FunctionalInterface
  interface Pages {
    PageCheck check(CodeDirectoryBlob directory) throws IOException;
  }

  /**
   * Reads the code directories and what they cover.
   *
   * @param pages how to compare the code with each
   */
  Signature read(Pages pages) throws IOException {
    List<CodeDirectory> directories = new ArrayList<>();
    for (byte[] blob : directoryBlobs()) {
      Optional<CodeDirectoryBlob> directory = CodeDirectoryBlob.read(blob, parts);
      if (directory.isPresent()) {
        directories.add(directory(directory.get(), pages.check(directory.get())));
      }
    }
    if (directories.isEmpty()) {
      return new Signature.Unusable(
          "The signature has no code directory that can be read. "
              + parts.flaws().stream().map(Flaw::explanation).collect(Collectors.joining(" ")));
    }
    return new Signature.Read(
        new CodeSignature(
            directories,
            certificates(),
            parts
                .content(SpecialSlot.ENTITLEMENTS.number(), SignatureParts.ENTITLEMENTS_MAGIC)
                .map(text -> new String(text, UTF_8)),
            parts.flaws()));
  }

  private List<byte[]> directoryBlobs() {
    List<byte[]> blobs = new ArrayList<>();
    parts.part(SignatureParts.CODE_DIRECTORY).ifPresent(blobs::add);
    for (int i = 0; i < SignatureParts.ALTERNATES; i++) {
      parts.part(SignatureParts.ALTERNATE_CODE_DIRECTORY + i).ifPresent(blobs::add);
    }
    return blobs;
  }

  private CodeDirectory directory(CodeDirectoryBlob directory, PageCheck pages) {
    return new CodeDirectory(
        directory.version(),
        directory.identifier(),
        directory.teamIdentifier(),
        directory.flagBits(),
        directory.hash(),
        directory.cdHash(),
        directory.codeLimit(),
        pages,
        slots(directory));
  }

  private Map<SpecialSlot, SlotCheck> slots(CodeDirectoryBlob directory) {
    Map<SpecialSlot, SlotCheck> checks = new EnumMap<>(SpecialSlot.class);
    for (SpecialSlot slot : SpecialSlot.values()) {
      Optional<byte[]> covered = slot.isFile() ? files.of(slot) : parts.part(slot.number());
      if (!directory.covers(slot)) {
        covered.ifPresent(bytes -> checks.put(slot, SlotCheck.NOT_COVERED));
      } else if (covered.isEmpty()) {
        checks.put(slot, slot.isFile() ? SlotCheck.NOT_GIVEN : SlotCheck.MISSING);
      } else {
        checks.put(
            slot,
            directory.isSpecial(slot, directory.hash().of(covered.get()))
                ? SlotCheck.MATCH
                : SlotCheck.MISMATCH);
      }
    }
    return checks;
  }

  private Certificates certificates() {
    Optional<byte[]> cms = parts.content(SignatureParts.CMS, SignatureParts.WRAPPER_MAGIC);
    if (cms.isEmpty() && parts.part(SignatureParts.CMS).isPresent()) {
      return new Certificates.Unreadable("What should be the cryptographic signature is none.");
    }
    return cms.isEmpty() || cms.get().length == 0
        ? new Certificates.None()
        : CmsReader.certificates(cms.get());
  }
}
