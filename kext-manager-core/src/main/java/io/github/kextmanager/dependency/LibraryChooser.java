package io.github.kextmanager.dependency;

import io.github.kextmanager.model.MacOsVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses among kexts of one identifier (IOKitUser, OSKext.c, {@code __OSKextResolveDependencies}):
 * the one that is loaded, fit or not; else the highest compatible version, and of equal versions
 * the one opened last.
 */
final class LibraryChooser {
  /** The first release that refuses the kernel itself, and an interface of several libraries. */
  private static final MacOsVersion LION = new MacOsVersion(10, 7, 0);

  private final KextIndex index;
  private final LoadedKexts loaded;
  private final boolean isAtLeastLion;

  LibraryChooser(KextIndex index, LoadedKexts loaded, MacOsVersion release) {
    this.index = index;
    this.loaded = loaded;
    this.isAtLeastLion = release.isAtLeast(LION);
  }

  /**
   * The libraries of a valid kext. All of them are looked for, whatever is wrong with the first.
   */
  DirectLibraries choose(RepositoryKext kext) {
    List<RepositoryKext> found = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<LibraryRequest> counted = new ArrayList<>();
    for (LibraryRequest request : kext.libraries()) {
      Optional<RepositoryKext> running = running(request);
      Optional<RepositoryKext> choice = running.or(() -> compatible(request));
      if (running.isPresent() && !running.get().isCompatibleWith(request.version())) {
        problems.add(loadedProblem(kext, request, running.get()));
        continue;
      }
      counted.add(request);
      choice.ifPresentOrElse(found::add, () -> problems.add(problem(kext, request)));
    }
    var styles = KernelLibraryStyles.of(counted);
    if (isAtLeastLion && styles.kernel()) {
      problems.add(new KernelLinkProblem.WholeKernel(kext));
    }
    if (isAtLeastLion && kext.facts().isInterface() && found.size() != 1) {
      problems.add(new InterfaceLibraryCount(kext, found.size()));
    }
    return new DirectLibraries(found, problems, styles);
  }

  /** The copy that is loaded, if it is on disk as well. */
  private Optional<RepositoryKext> running(LibraryRequest request) {
    if (loaded.find(request.identifier()).isEmpty()) {
      return Optional.empty();
    }
    return index.all(request.identifier()).stream()
        .filter(copy -> loaded.state(copy) == LoadedState.LOADED)
        .findFirst();
  }

  private Optional<RepositoryKext> compatible(LibraryRequest request) {
    return index.compatible(request.identifier(), request.version());
  }

  private static Problem loadedProblem(
      RepositoryKext kext, LibraryRequest request, RepositoryKext running) {
    return running.isLibrary()
        ? new LibraryProblem.LoadedIncompatible(kext, request, running)
        : new LibraryProblem.LoadedNoLibrary(kext, request, running);
  }

  private Problem problem(RepositoryKext kext, LibraryRequest request) {
    List<RepositoryKext> copies = index.all(request.identifier());
    if (copies.isEmpty()) {
      return new LibraryProblem.Missing(kext, request);
    }
    return copies.get(0).isLibrary()
        ? new LibraryProblem.Incompatible(kext, request, copies)
        : new LibraryProblem.NoLibrary(kext, request, copies);
  }
}
