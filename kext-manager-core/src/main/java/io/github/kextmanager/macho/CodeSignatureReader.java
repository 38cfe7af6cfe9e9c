package io.github.kextmanager.macho;

import io.github.kextmanager.macho.SignatureAssembly.Pages;
import io.github.kextmanager.macho.SignedMachO.SliceSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads code signatures and compares their hashes with the files. It never says that a signature is
 * valid: see {@link CodeSignature}.
 */
public final class CodeSignatureReader {
  /** What the hashes of 600 MB of code need. */
  private static final int MAXIMUM_SIZE = 8 * 1024 * 1024;

  private static final Pages NO_PAGES =
      directory -> new PageCheck.NotCompared("Nobody asked for it.");

  private final SealedFiles files;
  private final boolean comparesPages;

  private CodeSignatureReader(SealedFiles files, boolean comparesPages) {
    this.files = files;
    this.comparesPages = comparesPages;
  }

  /**
   * Reads the signatures in an executable and compares all its pages with them.
   *
   * @param executable the file, all links on the way to it followed: a link is not read
   * @param files the files of the bundle that the signatures cover, too
   * @return what they say; never an exception, whatever the file is
   */
  public static SignedMachO read(Path executable, SealedFiles files) {
    return new CodeSignatureReader(files, true).readFile(executable);
  }

  /**
   * Reads the signatures in an executable, but not the executable: who signed, not whether the code
   * is what was signed. Every {@link CodeDirectory#pages} is {@link PageCheck.NotCompared}.
   *
   * @param executable the file, all links on the way to it followed: a link is not read
   * @return what they say; never an exception, whatever the file is
   */
  public static SignedMachO readWithoutPages(Path executable) {
    return new CodeSignatureReader(SealedFiles.none(), false).readFile(executable);
  }

  /**
   * Reads the signatures in the bytes of an executable and compares all its pages with them.
   *
   * @param bytes those of a whole file
   * @param files the files of the bundle that the signatures cover, too
   * @return what they say
   */
  public static SignedMachO read(byte[] bytes, SealedFiles files) {
    try {
      return new CodeSignatureReader(files, true).read(FileBytes.of(bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException("Bytes in memory can be read.", impossible);
    }
  }

  /**
   * Reads the signature of a bundle without executable, which lies in files of its own. Its code
   * directory covers the Info.plist in place of code, so its pages are compared if that is given.
   *
   * @param folder the {@code _CodeSignature} of the bundle, all links on the way to it followed
   * @param files the files of the bundle that the signature covers; {@code CodeResources} is read
   *     from the folder if it is not among them
   * @return what it says; never an exception, whatever lies there
   */
  public static Signature readDetached(Path folder, SealedFiles files) {
    return new DetachedSignature(folder, files).read();
  }

  private SignedMachO readFile(Path executable) {
    return RegularFile.read(
        executable, this::read, unreadable -> new SignedMachO(unreadable, List.of()));
  }

  private SignedMachO read(FileBytes file) throws IOException {
    MachO machO = MachOReader.read(file);
    List<SliceSignature> signatures = new ArrayList<>();
    Optional<Flaw> overlap = overlap(machO);
    for (FatEntry entry : machO.entries()) {
      if (entry.content() instanceof SliceContent.Code code) {
        signatures.add(
            new SliceSignature(
                code.slice(),
                overlap.isPresent()
                    ? new Signature.Unusable(overlap.get().explanation())
                    : signature(file, code.slice())));
      }
    }
    return new SignedMachO(machO, signatures);
  }

  private Signature signature(FileBytes file, Slice slice) throws IOException {
    Optional<Extent> place = slice.signature();
    if (place.isEmpty()) {
      return withoutPlace(slice);
    }
    if (place.get().size() > MAXIMUM_SIZE) {
      return new Signature.Unusable(
          "The signature has %d bytes; more than %d are not read."
              .formatted(place.get().size(), MAXIMUM_SIZE));
    }
    var code = new SliceBytes(file, slice.extent(), ByteOrder.BIG_ENDIAN);
    SignatureParts parts =
        SignatureParts.embedded(code.bytes(place.get().offset(), (int) place.get().size()));
    Pages pages =
        directory -> {
          checkCover(parts, slice, place.get(), directory);
          return comparesPages ? PageComparison.of(code, directory) : NO_PAGES.check(directory);
        };
    return new SignatureAssembly(parts, files).read(pages);
  }

  /** Slices that overlap: no tool makes them, and each byte would be hashed many times over. */
  private static Optional<Flaw> overlap(MachO machO) {
    return machO instanceof MachO.Fat fat
        ? fat.flaws().stream().filter(flaw -> flaw.kind() == Flaw.Kind.SLICES_OVERLAP).findFirst()
        : Optional.empty();
  }

  /** A signature that is not where the header says was lost or hidden: that is not unsigned. */
  private static Signature withoutPlace(Slice slice) {
    return slice.flaws().stream()
        .filter(
            flaw ->
                switch (flaw.kind()) {
                  case SIGNATURE_MISPLACED, COMMANDS_CUT, BAD_COMMAND -> true;
                  default -> false;
                })
        .findFirst()
        .<Signature>map(flaw -> new Signature.Unusable(flaw.explanation()))
        .orElseGet(Signature.Unsigned::new);
  }

  private static void checkCover(
      SignatureParts parts, Slice slice, Extent place, CodeDirectoryBlob directory) {
    if (directory.codeLimit() < place.offset()) {
      parts.notCovered(
          "The %s hashes cover %d bytes, but the signature begins at %d only."
              .formatted(directory.hash(), directory.codeLimit(), place.offset()));
    }
    long end = place.offset() + place.size();
    if (end < slice.extent().size()) {
      parts.notCovered("%d bytes lie behind the signature.".formatted(slice.extent().size() - end));
    }
  }
}
