package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.macho.CodeSignatureReader;
import io.github.kextmanager.macho.Signature;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads the code signatures of kexts, and compares what they cover with what is there.
 *
 * <p><strong>Read:</strong> the code directories (identifier, team, flags, kinds of hashes), the
 * entitlements, and the certificates with their marks. <strong>Compared:</strong> the hash of every
 * page of the code, of the Info.plist and of {@code _CodeSignature/CodeResources}, and of the other
 * parts of the signature. That finds a file that was changed, cut off or half copied after signing.
 *
 * <p><strong>Not examined:</strong> the cryptographic signature over all this is not verified. The
 * certificates are not checked for trust, expiry or revocation. The files that {@code
 * CodeResources} lists are not compared with it. Whether Apple notarized the kext, or somebody
 * approved it, is not asked. So whatever matches here, anybody can have made; no answer means that
 * a signature is valid, or that a Mac loads the kext.
 *
 * <p>Immutable and thread-safe.
 */
public final class SignatureReader {
  private static final Path FOLDER = Path.of("_CodeSignature");

  private final RootedFiles files;

  /**
   * A reader.
   *
   * @param root the folder below which the files of the Mac are; {@code /} on a Mac
   */
  public SignatureReader(Path root) {
    this.files = new RootedFiles(root);
  }

  /**
   * Reads the signature of a kext. It does not depend on the Mac that the kext is for. The whole
   * executable is read.
   *
   * @param bundle the kext
   * @return what there is; never an exception, whatever lies in the bundle
   */
  public KextSignature read(KextBundle bundle) {
    if (bundle.executable().isEmpty()) {
      return detached(bundle);
    }
    String name = bundle.executable().get();
    return new ExecutableFile(files)
        .find(bundle, name)
        .<KextSignature>map(found -> embedded(bundle, found.path()))
        .orElseGet(
            () ->
                new KextSignature.NoExecutable(
                    "There is no executable \"%s\" in the bundle.".formatted(name)));
  }

  private KextSignature embedded(KextBundle bundle, Path executable) {
    CoveredFiles covered = CoveredFiles.of(bundle, files);
    return new KextSignature.Embedded(
        executable,
        CodeSignatureReader.read(files.here(executable), covered.read()),
        covered.notGiven());
  }

  private KextSignature detached(KextBundle bundle) {
    CoveredFiles covered = CoveredFiles.of(bundle, files);
    Path relative = bundle.layout().supportFolder().resolve(FOLDER);
    Path seen = bundle.path().resolve(relative);
    try {
      RootedFiles.Found found = files.find(bundle.path(), relative);
      Signature signature =
          found.attributes().isDirectory()
              ? CodeSignatureReader.readDetached(files.here(found.path()), covered.read())
              : new Signature.Unusable("\"%s\" is not a folder.".formatted(seen));
      return new KextSignature.Detached(found.path(), signature, covered.notGiven());
    } catch (NoSuchFileException missing) {
      return new KextSignature.Detached(seen, new Signature.Unsigned(), covered.notGiven());
    } catch (IOException failure) {
      return new KextSignature.Detached(
          seen,
          new Signature.Unusable("\"%s\" cannot be reached.".formatted(seen)),
          covered.notGiven());
    }
  }
}
