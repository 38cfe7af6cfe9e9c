package io.github.kextmanager.dependency;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.Finding;
import io.github.kextmanager.validation.FindingPlace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Warns of libraries that may be missing when a kext is needed in the early boot, by their {@code
 * OSBundleRequired} (IOKitUser, OSKext.c, {@code OSKextResolveDependencies}; from 10.7 on).
 */
final class EarlyBoot {
  private static final MacOsVersion LION = new MacOsVersion(10, 7, 0);
  private static final MacOsVersion CATALINA = new MacOsVersion(10, 15, 0);

  private final LibrarySession session;

  EarlyBoot(LibrarySession session) {
    this.session = session;
  }

  void check(RepositoryKext kext, List<RepositoryKext> loadList) {
    if (!session.release().isAtLeast(LION)) {
      return;
    }
    Predicate<Optional<String>> isThere = isThereFor(kext.required().orElse(""));
    for (RepositoryKext library : loadList) {
      if (!isThere.test(library.required())) {
        session.find(
            kext,
            new Finding(
                Diagnostic.DEPENDENCY_NOT_IN_EARLY_BOOT,
                new FindingPlace.Name(library.identifier().value()),
                Optional.of(library.required().orElse("OSBundleRequired not set")),
                Optional.empty()));
      }
    }
  }

  private Predicate<Optional<String>> isThereFor(String required) {
    return switch (required) {
      case "Root", "Console" -> EarlyBoot::isAnyButSafeBoot;
      case "DriverKit" ->
          session.release().isAtLeast(CATALINA) ? EarlyBoot::isAnyButSafeBoot : library -> true;
      case "Local-Root" -> oneOf("Root", "Local-Root", "Console");
      case "Network-Root" -> oneOf("Root", "Network-Root", "Console");
      default -> library -> true;
    };
  }

  private static boolean isAnyButSafeBoot(Optional<String> required) {
    return required.filter(value -> !value.equals("Safe Boot")).isPresent();
  }

  private static Predicate<Optional<String>> oneOf(String... values) {
    Set<String> allowed = Set.of(values);
    return required -> required.filter(allowed::contains).isPresent();
  }
}
