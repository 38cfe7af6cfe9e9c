package io.github.kextmanager.macho;

import io.github.kextmanager.macho.MachO.Unreadable;
import io.github.kextmanager.macho.MachO.Unreadable.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The signature of a bundle without executable: each part is a file in {@code _CodeSignature}. The
 * names are those of {@code CodeDirectory::canonicalSlotName} (Security, codedirectory.cpp), by
 * which the other code directories are called {@code CodeRequirements-1} and so on.
 */
final class DetachedSignature {
  /** More than any part of such a signature has. */
  private static final int MAXIMUM_SIZE = 16 * 1024 * 1024;

  private final Path folder;
  private final SignatureParts parts = SignatureParts.none();
  private SealedFiles files;

  DetachedSignature(Path folder, SealedFiles files) {
    this.folder = folder;
    this.files = files;
  }

  Signature read() {
    if (files.of(SpecialSlot.CODE_RESOURCES).isEmpty()) {
      file("CodeResources").ifPresent(bytes -> files = files.withCodeResources(bytes));
    }
    add(SignatureParts.CODE_DIRECTORY, "CodeDirectory");
    for (int i = 0; i < SignatureParts.ALTERNATES; i++) {
      add(SignatureParts.ALTERNATE_CODE_DIRECTORY + i, "CodeRequirements-" + (i + 1));
    }
    add(SpecialSlot.REQUIREMENTS.number(), "CodeRequirements");
    add(SpecialSlot.ENTITLEMENTS.number(), "CodeEntitlements");
    add(SpecialSlot.DER_ENTITLEMENTS.number(), "CodeEntitlementDER");
    addSignature();
    if (parts.isEmpty() && parts.flaws().isEmpty()) {
      return new Signature.Unsigned();
    }
    try {
      return new SignatureAssembly(parts, files).read(this::pages);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Bytes in memory can be read.", impossible);
    }
  }

  private PageCheck pages(CodeDirectoryBlob directory) throws IOException {
    Optional<byte[]> infoPlist = files.infoPlist();
    if (infoPlist.isEmpty()) {
      return new PageCheck.NotCompared("The Info.plist, which stands for the code, is not given.");
    }
    return PageComparison.of(
        new SliceBytes(
            FileBytes.of(infoPlist.get()),
            new Extent(0, infoPlist.get().length),
            ByteOrder.BIG_ENDIAN),
        directory);
  }

  private void add(int slot, String name) {
    file(name)
        .ifPresent(
            bytes -> {
              if (bytes.length >= SignatureParts.BLOB_HEADER
                  && ByteBuffer.wrap(bytes).getInt(4) == bytes.length) {
                parts.add(slot, bytes);
              } else {
                parts.flaw("%s is cut off, or no part of a signature.".formatted(name));
              }
            });
  }

  /** The cryptographic signature stands alone here, without the header that it has elsewhere. */
  private void addSignature() {
    file("CodeSignature")
        .ifPresent(
            cms ->
                parts.add(
                    SignatureParts.CMS,
                    ByteBuffer.allocate(SignatureParts.BLOB_HEADER + cms.length)
                        .putInt(SignatureParts.WRAPPER_MAGIC)
                        .putInt(SignatureParts.BLOB_HEADER + cms.length)
                        .put(cms)
                        .array()));
  }

  private Optional<byte[]> file(String name) {
    return RegularFile.read(folder.resolve(name), this::whole, this::unreadable);
  }

  private Optional<byte[]> whole(FileBytes file) throws IOException {
    if (file.size() > MAXIMUM_SIZE) {
      parts.flaw("A file of the signature has %d bytes.".formatted(file.size()));
      return Optional.empty();
    }
    return Optional.of(file.read(0, (int) file.size()));
  }

  private Optional<byte[]> unreadable(Unreadable unreadable) {
    if (unreadable.fault() != Fault.MISSING) {
      parts.flaw(unreadable.explanation());
    }
    return Optional.empty();
  }
}
