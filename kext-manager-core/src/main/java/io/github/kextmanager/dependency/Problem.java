package io.github.kextmanager.dependency;

/** Something for which a kext cannot be loaded with all its libraries. */
public sealed interface Problem
    permits LibraryProblem,
        KernelLinkProblem,
        InvalidKext,
        InterfaceLibraryCount,
        CircularDependency,
        SeveralCopies,
        AnotherCopyLoaded {
  /**
   * The kext that has the problem, which may be a library of the one that was asked about.
   *
   * @return the kext
   */
  RepositoryKext kext();

  /**
   * What is wrong.
   *
   * @return one or two sentences for a person
   */
  String message();
}
