package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.macho.KmodInfo;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The rules for the code of a kext (IOKitUser, OSKext.c). What hands on symbols of another need not
 * have any: what is wrong with its code is told, but makes it not invalid.
 */
final class ExecutableCheck {
  private final KextOnMac kext;
  private final Findings findings;

  ExecutableCheck(KextOnMac kext, Findings findings) {
    this.kext = kext;
    this.findings = findings;
  }

  void check(CodeReading.Code code) {
    switch (code.executable().status()) {
      case NOT_DECLARED -> {}
      case NOT_FOUND -> finding(notFound(code));
      case NOT_A_FILE ->
          finding(
              Finding.of(Diagnostic.EXECUTABLE_NOT_A_FILE, file(code))
                  .withFound(code.explanation()));
      case NOT_READABLE ->
          finding(Finding.of(Diagnostic.FILE_ACCESS, file(code)).withFound(code.explanation()));
      case NOT_MACH_O ->
          findings.note(Finding.of(Diagnostic.NO_KEXT_CODE).withFound(code.explanation()));
      case NO_KEXT_CODE -> {
        if (!kext.facts().isInterface()) {
          findings.fail(Finding.of(Diagnostic.NO_KEXT_CODE).withFound(code.explanation()));
        }
      }
      case OTHER_ARCHITECTURE ->
          findings.note(
              Finding.named(
                  Diagnostic.ARCHITECTURE_NOT_FOUND, kext.target().architecture().name()));
      case KEXT_CODE -> code.kmodInfo().ifPresent(this::module);
    }
  }

  private Finding notFound(CodeReading.Code code) {
    return kext.bundle()
        .executable()
        .map(name -> Finding.named(Diagnostic.EXECUTABLE_NOT_FOUND, name))
        .orElseGet(
            () -> Finding.of(Diagnostic.SHARED_EXECUTABLE_NOT_FOUND).withFound(code.explanation()));
  }

  private void finding(Finding finding) {
    if (kext.facts().isInterface()) {
      findings.note(finding);
    } else {
      findings.fail(finding);
    }
  }

  private FindingPlace file(CodeReading.Code code) {
    Path file = code.file().orElse(kext.bundle().path());
    return new FindingPlace.File(file, String.valueOf(file.getFileName()));
  }

  /** Kernels before 10.2 find a kext by what its code says of itself. */
  private void module(KmodInfo kmodInfo) {
    if (kext.facts().isInterface()
        || !(kmodInfo instanceof KmodInfo.Read module)
        || !new LibrariesCheck(kext, findings).wantsOldKernel()) {
      return;
    }
    if (!module.name().equals(kext.bundle().identifier().value())) {
      findings.note(Finding.of(Diagnostic.MODULE_NAME_DIFFERS).withFound(module.name()));
    }
    Optional<String> version = kext.bundle().properties().get(KextKey.VERSION).asOptional();
    if (version.isPresent() && !module.version().equals(version.get())) {
      findings.note(Finding.of(Diagnostic.MODULE_VERSION_DIFFERS).withFound(module.version()));
    }
  }
}
