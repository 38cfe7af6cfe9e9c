package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.model.TargetMac;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Judges kexts as the library of a release does (IOKitUser, OSKext.c, OSKextValidate).
 *
 * <p>Immutable and thread-safe.
 */
public final class Validator {
  private final TargetMac target;
  private final CodeReading codeReading;

  /**
   * A validator.
   *
   * @param root the folder below which the files of the Mac are; {@code /} on a Mac
   * @param target the Mac
   */
  public Validator(Path root, TargetMac target) {
    this.target = target;
    this.codeReading = new CodeReading(new RootedFiles(root), Optional.empty());
  }

  private Validator(TargetMac target, CodeReading codeReading) {
    this.target = target;
    this.codeReading = codeReading;
  }

  /**
   * A validator that knows the other kexts too. Without them, a kext that uses the executable of
   * another is judged as if it had no code.
   *
   * @param owners finds the kexts whose executables others use
   * @return another validator
   */
  public Validator among(ExecutableOwners owners) {
    return new Validator(target, new CodeReading(codeReading.files(), Optional.of(owners)));
  }

  /**
   * Judges a kext by itself. The file with its code is read.
   *
   * @param bundle the kext
   * @return what is wrong with it
   */
  public Validation validate(KextBundle bundle) {
    KextOnMac kext = KextOnMac.of(bundle, target);
    Findings findings = new Findings();
    var dictionary = new InfoDictionaryCheck(kext, findings);
    var personalities = new PersonalitiesCheck(kext, findings);
    boolean isLoadableInSafeBoot = dictionary.check();
    Findings first = findings.copy();
    new PersonalitiesCheck(kext, first).checkDebugging();
    dictionary.allowUserLoad();
    // The tools ask what a kext has code for before they validate it.
    CodeReading.Code code = codeReading.of(kext);
    new ExecutableCheck(kext, findings).check(code);
    new LibrariesCheck(kext, findings).check();
    personalities.check();
    return new Validation(
        findings.isValid(),
        isLoadableInSafeBoot,
        code.executable(),
        findings.list(),
        new FirstLook(first.isValid(), first.list()));
  }

  /**
   * What else is found once the other kexts are known. It makes no kext invalid.
   *
   * @param bundle the kext
   * @param targets the other kexts
   * @return warnings about its personalities
   */
  public List<Finding> personalityTargets(KextBundle bundle, PersonalityTargets targets) {
    return new PersonalitiesCheck(KextOnMac.of(bundle, target), new Findings()).targets(targets);
  }

  /**
   * Reads the file with the code of a kext, and nothing else.
   *
   * @param bundle the kext
   * @return what can be told of it
   */
  public KextExecutable executable(KextBundle bundle) {
    return codeReading.of(KextOnMac.of(bundle, target)).executable();
  }
}
