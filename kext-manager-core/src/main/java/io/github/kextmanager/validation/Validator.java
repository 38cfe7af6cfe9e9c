package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.model.TargetMac;
import java.nio.file.Path;
import java.util.List;

/**
 * Judges kexts as the library of a release does (IOKitUser, OSKext.c, OSKextValidate).
 *
 * <p>Immutable and thread-safe.
 */
public final class Validator {

  /**
   * A validator.
   *
   * @param root the folder below which the files of the Mac are; {@code /} on a Mac
   * @param target the Mac
   */
  public Validator(Path root, TargetMac target) {}

  /**
   * Judges a kext by itself.
   *
   * @param bundle the kext
   * @return what is wrong with it
   */
  public Validation validate(KextBundle bundle) {
    return new Validation(true, false, List.of());
  }

  /**
   * What else is found once the other kexts are known. It makes no kext invalid.
   *
   * @param bundle the kext
   * @param targets the other kexts
   * @return warnings about its personalities
   */
  public List<Finding> personalityTargets(KextBundle bundle, PersonalityTargets targets) {
    return List.of();
  }

  /**
   * The file with its code.
   *
   * @param bundle the kext
   * @return what can be told of it
   */
  public KextExecutable executable(KextBundle bundle) {
    return new KextExecutable(
        KextExecutable.Status.NOT_DECLARED,
        java.util.Optional.empty(),
        true,
        java.util.Optional.empty());
  }
}
