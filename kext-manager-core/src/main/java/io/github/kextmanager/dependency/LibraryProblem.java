package io.github.kextmanager.dependency;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A library that a kext asks for and does not get. */
public sealed interface LibraryProblem extends Problem {
  /**
   * What the kext asks for.
   *
   * @return the entry of its {@code OSBundleLibraries}
   */
  LibraryRequest library();

  /**
   * What there is of that identifier and will not do.
   *
   * @return the kexts in the order in which they were looked at
   */
  List<RepositoryKext> found();

  /**
   * There is no kext of that identifier.
   *
   * @param kext the kext that asks
   * @param library what it asks for
   */
  record Missing(RepositoryKext kext, LibraryRequest library) implements LibraryProblem {
    @Override
    public List<RepositoryKext> found() {
      return List.of();
    }

    @Override
    public String message() {
      return "%s needs %s, and there is no kext of that identifier."
          .formatted(kext.identifier(), library);
    }
  }

  /**
   * None of the kexts of that identifier can stand in for the version wanted.
   *
   * @param kext the kext that asks
   * @param library what it asks for
   * @param found what there is
   */
  record Incompatible(RepositoryKext kext, LibraryRequest library, List<RepositoryKext> found)
      implements LibraryProblem {
    /** Takes an unmodifiable copy of the list. */
    public Incompatible {
      found = List.copyOf(found);
    }

    @Override
    public String message() {
      return "%s needs %s; found, but not fit for that version: %s."
          .formatted(kext.identifier(), library, shown(found));
    }
  }

  /**
   * None fits, and the first that was looked at is no library at all: it has no valid {@code
   * OSBundleCompatibleVersion}.
   *
   * @param kext the kext that asks
   * @param library what it asks for
   * @param found what there is
   */
  record NoLibrary(RepositoryKext kext, LibraryRequest library, List<RepositoryKext> found)
      implements LibraryProblem {
    /** Takes an unmodifiable copy of the list. */
    public NoLibrary {
      found = List.copyOf(found);
    }

    @Override
    public String message() {
      return "%s needs %s; found, but without a valid OSBundleCompatibleVersion: %s."
          .formatted(kext.identifier(), library, shown(found));
    }
  }

  /**
   * The kext of that identifier that is loaded cannot stand in for the version wanted. No other
   * copy is tried then.
   *
   * @param kext the kext that asks
   * @param library what it asks for
   * @param loaded the copy that is loaded
   */
  record LoadedIncompatible(RepositoryKext kext, LibraryRequest library, RepositoryKext loaded)
      implements LibraryProblem {
    @Override
    public List<RepositoryKext> found() {
      return List.of(loaded);
    }

    @Override
    public String message() {
      return "%s needs %s, but %s is loaded already."
          .formatted(kext.identifier(), library, shown(found()));
    }
  }

  /**
   * The kext of that identifier that is loaded is no library.
   *
   * @param kext the kext that asks
   * @param library what it asks for
   * @param loaded the copy that is loaded
   */
  record LoadedNoLibrary(RepositoryKext kext, LibraryRequest library, RepositoryKext loaded)
      implements LibraryProblem {
    @Override
    public List<RepositoryKext> found() {
      return List.of(loaded);
    }

    @Override
    public String message() {
      return "%s needs %s, but %s is loaded already, without a valid OSBundleCompatibleVersion."
          .formatted(kext.identifier(), library, shown(found()));
    }
  }

  private static String shown(List<RepositoryKext> kexts) {
    return kexts.stream()
        .map(
            kext ->
                "%s (%s)"
                    .formatted(
                        kext.path(),
                        kext.isLibrary()
                            ? kext.compatibleVersion() + " to " + kext.version()
                            : kext.version()))
        .collect(joining(", "));
  }
}
