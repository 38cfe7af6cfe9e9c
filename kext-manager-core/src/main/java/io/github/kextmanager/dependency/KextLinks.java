package io.github.kextmanager.dependency;

import java.util.List;

/**
 * A kext's own part of the graph.
 *
 * @param libraries what it links against and must load before it
 * @param problems what is wrong with it, its libraries' own problems apart
 * @param styles the kinds of kernel libraries that it asks for
 */
record KextLinks(
    List<RepositoryKext> libraries, List<Problem> problems, KernelLibraryStyles styles) {
  /** A part of the kernel needs nothing. */
  static final KextLinks NONE = new KextLinks(List.of(), List.of(), KernelLibraryStyles.NONE);

  /** Takes unmodifiable copies of the lists. */
  KextLinks {
    libraries = List.copyOf(libraries);
    problems = List.copyOf(problems);
  }

  static KextLinks invalid(RepositoryKext kext) {
    return new KextLinks(List.of(), List.of(new InvalidKext(kext)), KernelLibraryStyles.NONE);
  }
}
