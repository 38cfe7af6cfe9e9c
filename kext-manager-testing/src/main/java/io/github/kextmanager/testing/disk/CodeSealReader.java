package io.github.kextmanager.testing.disk;

import io.github.kextmanager.macho.Certificates;
import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.CodeSignatureReader;
import io.github.kextmanager.macho.SealedFiles;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.SignatureFlag;
import io.github.kextmanager.macho.SignedMachO.SliceSignature;
import io.github.kextmanager.macho.SigningCertificate;
import io.github.kextmanager.testing.disk.CodeSeal.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges the signature of a bundle by its bytes, when somebody first asks: by every hash, and by
 * the marks of the certificates (kext_tools, security.c). Cryptography is not checked. Where there
 * is none at all, as in the bundles that tests make, the team that the code directory names counts.
 *
 * <p>Not safe for use by multiple threads.
 */
final class CodeSealReader {
  private static final Path FOLDER = Path.of("_CodeSignature");
  private static final Path RESOURCES = FOLDER.resolve("CodeResources");
  private static final String OF_APPLE = "com.apple.";

  private final Disk disk;
  private final Path support;
  private final Optional<Path> executable;
  private final String identifier;
  private @Nullable CodeSeal seal;

  /**
   * A reader of one bundle.
   *
   * @param disk where it lies
   * @param support its folder with the Info.plist
   * @param executable its executable, if it names one that is there
   * @param identifier its bundle identifier
   */
  CodeSealReader(Disk disk, Path support, Optional<Path> executable, String identifier) {
    this.disk = disk;
    this.support = support;
    this.executable = executable;
    this.identifier = identifier;
  }

  CodeSeal read() {
    if (seal == null) {
      seal = judge();
    }
    return seal;
  }

  private CodeSeal judge() {
    List<Signature> signatures = signatures();
    if (signatures.isEmpty()) {
      return CodeSeal.without(Standing.UNSIGNED);
    }
    CodeSeal first = judge(signatures.get(0));
    // The worst counts: each architecture is checked.
    return signatures.stream()
        .map(this::judge)
        .reduce(
            first, (one, other) -> one.standing().compareTo(other.standing()) >= 0 ? one : other);
  }

  private List<Signature> signatures() {
    SealedFiles files = sealedFiles();
    if (executable.isEmpty() && !disk.isFolder(support.resolve(FOLDER))) {
      return List.of();
    }
    if (executable.isEmpty()) {
      return List.of(CodeSignatureReader.readDetached(disk.real(support.resolve(FOLDER)), files));
    }
    return disk
        .read(executable.get())
        .map(bytes -> CodeSignatureReader.read(bytes, files).slices())
        .orElse(List.of())
        .stream()
        .map(SliceSignature::signature)
        .toList();
  }

  private SealedFiles sealedFiles() {
    SealedFiles files = SealedFiles.none();
    Optional<byte[]> infoPlist = disk.read(support.resolve("Info.plist"));
    if (infoPlist.isPresent()) {
      files = files.withInfoPlist(infoPlist.get());
    }
    Optional<byte[]> resources = disk.read(support.resolve(RESOURCES));
    return resources.isPresent() ? files.withCodeResources(resources.get()) : files;
  }

  private CodeSeal judge(Signature signature) {
    if (signature instanceof Signature.Read read) {
      return new CodeSeal(standing(read.content()), read.content().teamIdentifier());
    }
    return CodeSeal.without(
        signature instanceof Signature.Unsigned ? Standing.UNSIGNED : Standing.BROKEN);
  }

  private Standing standing(CodeSignature signature) {
    if (!signature.matchesBundle() || !new ResourceSeal(disk, support).holds()) {
      return Standing.BROKEN;
    }
    return isForKexts(signature) ? Standing.FOR_KEXTS : Standing.NOT_FOR_KEXTS;
  }

  private boolean isForKexts(CodeSignature signature) {
    if (signature.best().flags().contains(SignatureFlag.ADHOC)) {
      return false;
    }
    boolean isApples = identifier.startsWith(OF_APPLE);
    if (signature.certificates() instanceof Certificates.Read certificates) {
      return isApples ? isOfApple(certificates) : certificates.carryKextMarks();
    }
    return signature.certificates() instanceof Certificates.None
        && isApples != signature.teamIdentifier().isPresent();
  }

  /** The requirement is {@code anchor apple}: no developer's certificate will do. */
  private static boolean isOfApple(Certificates.Read certificates) {
    SigningCertificate leaf = certificates.leaf();
    return !leaf.isDeveloperIdApplication() && leaf.subject().contains("O=Apple Inc.");
  }
}
