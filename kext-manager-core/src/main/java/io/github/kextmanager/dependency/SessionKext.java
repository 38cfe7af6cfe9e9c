package io.github.kextmanager.dependency;

import java.util.List;
import java.util.Optional;

/** What a {@link LibrarySession} has found out about a kext. */
final class SessionKext {
  private Optional<List<RepositoryKext>> libraries = Optional.empty();
  private KernelLibraryStyles styles = KernelLibraryStyles.NONE;
  private boolean hasAllLibraries;
  private boolean librariesAreValid;
  private boolean librariesAreAuthentic;

  /** Its libraries as far as they were found; empty if nobody has looked for them. */
  Optional<List<RepositoryKext>> libraries() {
    return libraries;
  }

  KernelLibraryStyles styles() {
    return styles;
  }

  boolean hasAllLibraries() {
    return hasAllLibraries;
  }

  boolean librariesAreValid() {
    return librariesAreValid;
  }

  boolean librariesAreAuthentic() {
    return librariesAreAuthentic;
  }

  void libraries(List<RepositoryKext> found, KernelLibraryStyles foundStyles) {
    libraries = Optional.of(found);
    styles = foundStyles;
  }

  void hasAllLibraries(boolean hasAll) {
    hasAllLibraries = hasAll;
  }

  void foundLibrariesValid() {
    librariesAreValid = true;
  }

  void foundLibrariesAuthentic() {
    librariesAreAuthentic = true;
  }

  void forget() {
    libraries = Optional.empty();
    styles = KernelLibraryStyles.NONE;
    hasAllLibraries = false;
    librariesAreValid = false;
    librariesAreAuthentic = false;
  }
}
