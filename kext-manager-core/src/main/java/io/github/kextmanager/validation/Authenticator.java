package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.model.TargetMac;
import java.nio.file.Path;

/**
 * Checks who owns the files of a kext and who may write them (IOKitUser, OSKext.c,
 * OSKextAuthenticate). Signatures are another matter.
 *
 * <p>Immutable; thread-safe if its ownership is.
 */
public final class Authenticator {
  private final RootedFiles files;
  private final TargetMac target;
  private final Ownership ownership;

  /**
   * An authenticator.
   *
   * @param root the folder below which the files of the Mac are; {@code /} on a Mac
   * @param target the Mac
   * @param ownership who owns the files
   */
  public Authenticator(Path root, TargetMac target, Ownership ownership) {
    this.files = new RootedFiles(root);
    this.target = target;
    this.ownership = ownership;
  }

  /**
   * Checks all files of a kext but those of its plug-ins, which are kexts of their own.
   *
   * @param bundle the kext
   * @return what is wrong with them
   */
  public Authentication authenticate(KextBundle bundle) {
    return new OwnershipWalk(bundle, files, target, ownership).result();
  }
}
