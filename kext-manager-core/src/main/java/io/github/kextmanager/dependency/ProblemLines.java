package io.github.kextmanager.dependency;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.Finding;
import java.util.Optional;

/** What Apple's library says of a {@link Problem} as it resolves (IOKitUser, OSKext.c). */
final class ProblemLines {
  private static final MacOsVersion EL_CAPITAN = new MacOsVersion(10, 11, 0);

  private final MacOsVersion release;

  ProblemLines(MacOsVersion release) {
    this.release = release;
  }

  /** The line that it logs; there is not one for each problem. */
  Optional<String> line(Problem problem) {
    if (problem instanceof LibraryProblem library) {
      return Optional.of(path(problem) + " - " + libraryText(library));
    }
    if (problem instanceof InterfaceLibraryCount) {
      return Optional.of(path(problem) + " - Interface kext must have exactly one dependency.");
    }
    return Optional.empty();
  }

  /** What it records. */
  Finding finding(Problem problem) {
    if (problem instanceof LibraryProblem library) {
      return Finding.named(diagnostic(library), library.library().identifier().value());
    }
    return Finding.of(
        problem instanceof InterfaceLibraryCount
            ? Diagnostic.INTERFACE_DEPENDENCIES
            : Diagnostic.WHOLE_KERNEL);
  }

  String notFound(String identifier) {
    return release.isAtLeast(EL_CAPITAN)
        ? "dependency '%s' not found.".formatted(identifier)
        : "no dependency found for %s.".formatted(identifier);
  }

  private String libraryText(LibraryProblem problem) {
    String identifier = problem.library().identifier().value();
    if (problem instanceof LibraryProblem.Missing) {
      return notFound(identifier);
    }
    if (problem instanceof LibraryProblem.Incompatible) {
      return "no compatible dependency found for %s.".formatted(identifier);
    }
    if (problem instanceof LibraryProblem.NoLibrary) {
      return "dependency for %s lacks valid OSBundleCompatibleVersion.".formatted(identifier);
    }
    if (problem instanceof LibraryProblem.LoadedIncompatible incompatible) {
      return "loaded dependency %s, v%s is not compatible with requested version %s."
          .formatted(identifier, incompatible.loaded().version(), incompatible.library().version());
    }
    return "loaded dependency %s lacks valid OSBundleCompatibleVersion.".formatted(identifier);
  }

  private static Diagnostic diagnostic(LibraryProblem problem) {
    if (problem instanceof LibraryProblem.Missing) {
      return Diagnostic.LIBRARY_NOT_FOUND;
    }
    if (problem instanceof LibraryProblem.Incompatible) {
      return Diagnostic.LIBRARY_INCOMPATIBLE;
    }
    if (problem instanceof LibraryProblem.NoLibrary) {
      return Diagnostic.LIBRARY_NOT_COMPATIBLE_WITH_ANY;
    }
    return problem instanceof LibraryProblem.LoadedIncompatible
        ? Diagnostic.LOADED_LIBRARY_INCOMPATIBLE
        : Diagnostic.LOADED_LIBRARY_NOT_COMPATIBLE_WITH_ANY;
  }

  private static String path(Problem problem) {
    return problem.kext().shownPath();
  }
}
