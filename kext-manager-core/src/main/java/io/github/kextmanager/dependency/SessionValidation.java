package io.github.kextmanager.dependency;

import io.github.kextmanager.bundle.FileUrl;
import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.Finding;
import io.github.kextmanager.validation.PersonalityTarget;
import io.github.kextmanager.validation.Validator;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Validation as Apple's library does it when a tool asks for it (IOKitUser, OSKext.c, {@code
 * OSKextValidate}): the kext itself, then whether the kexts can be loaded that its personalities
 * name, which can log something.
 */
final class SessionValidation {
  /** From this release on a kext knows its whole path (IOKitUser-1483.260.4). */
  private static final MacOsVersion WHOLE_PATHS = new MacOsVersion(10, 14, 5);

  private final LibrarySession session;
  private final SessionQuestions questions;
  private final KextIndex index;
  private final Validator validator;
  private final TargetMac mac;

  SessionValidation(
      LibrarySession session,
      SessionQuestions questions,
      KextIndex index,
      Validator validator,
      TargetMac mac) {
    this.session = session;
    this.questions = questions;
    this.index = index;
    this.validator = validator;
    this.mac = mac;
  }

  boolean validate(RepositoryKext kext) {
    session.validate(kext);
    validator
        .personalityTargets(kext.bundle(), this::target)
        .forEach(finding -> session.find(kext, finding));
    kext
        .bundle()
        .properties()
        .get(KextKey.PERSONALITIES, mac.architecture())
        .asOptional()
        .orElse(Map.of())
        .values()
        .stream()
        .flatMap(personality -> personality.asOptional().stream())
        .flatMap(personality -> personality.identifier().asOptional().stream())
        .forEach(identifier -> checkTarget(kext, identifier));
    return kext.isValid();
  }

  /** What the kext's own validation has to know; whether a target can be loaded comes after it. */
  private PersonalityTarget target(BundleIdentifier identifier) {
    Optional<RepositoryKext> kext = index.latest(identifier);
    if (kext.isEmpty()) {
      return PersonalityTarget.NOT_FOUND;
    }
    return kext.get().facts().declaresExecutable()
        ? PersonalityTarget.LOADABLE
        : PersonalityTarget.WITHOUT_CODE;
  }

  private void checkTarget(RepositoryKext kext, String identifier) {
    index
        .latest(BundleIdentifier.reported(identifier))
        .filter(target -> !target.equals(kext) && !questions.isLoadable(target))
        .ifPresent(
            target ->
                session.find(
                    kext,
                    Finding.named(
                        Diagnostic.PERSONALITY_TARGET_NOT_LOADABLE,
                        "'%s' -> '%s'".formatted(identifier, url(target)))));
  }

  /** The URL of a kext in the words of CoreFoundation: with its base, if it has one. */
  private String url(RepositoryKext kext) {
    Path folder = kext.path().getParent();
    if (folder == null || mac.release().isAtLeast(WHOLE_PATHS)) {
      return FileUrl.ofFolder(kext.path());
    }
    String name = FileUrl.escaped(Path.of("/").resolve(kext.path().getFileName())).substring(1);
    return name + "/ -- file://" + FileUrl.escaped(folder) + "/";
  }
}
