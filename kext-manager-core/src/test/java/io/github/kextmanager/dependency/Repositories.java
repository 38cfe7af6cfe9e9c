package io.github.kextmanager.dependency;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import java.util.List;

/** Repositories of kexts without bundles. */
final class Repositories {
  static final TargetMac CATALINA = TargetMac.of(new MacOsVersion(10, 15, 0), Architecture.X86_64);

  private Repositories() {}

  static KextRepository of(RepositoryKext... kexts) {
    return KextRepository.of(List.of(kexts), CATALINA);
  }

  static Resolved resolved(KextRepository repository, RepositoryKext kext) {
    return (Resolved) repository.resolve(kext);
  }

  static List<Problem> problems(KextRepository repository, RepositoryKext kext) {
    return ((Unresolved) repository.resolve(kext)).problems();
  }
}
