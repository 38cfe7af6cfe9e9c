package io.github.kextmanager.dependency;

import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions that can be put to Apple's library about dependencies (IOKitUser, OSKext.c). What
 * it answers to one can depend on those before; it looks again each time that it has failed.
 */
final class SessionQuestions {
  private final LibrarySession session;
  private final LibraryChooser chooser;
  private final KernelLink kernel;
  private final SessionLists lists;

  SessionQuestions(LibrarySession session, LibraryChooser chooser, KernelLink kernel) {
    this.session = session;
    this.chooser = chooser;
    this.kernel = kernel;
    this.lists = new SessionLists(session);
  }

  /** OSKextResolveDependencies. */
  boolean resolve(RepositoryKext kext) {
    if (session.hasAllLibraries(kext)) {
      return true;
    }
    if (!new SessionSearch(session, chooser, kernel).resolves(kext)) {
      return false;
    }
    Optional<List<RepositoryKext>> loadList = lists.loadList(kext);
    loadList.ifPresent(list -> new EarlyBoot(session).check(kext, list));
    return loadList.isPresent() && !hasSeveralCopies(kext, loadList.get());
  }

  private boolean hasSeveralCopies(RepositoryKext kext, List<RepositoryKext> loadList) {
    Map<String, Integer> counts = new HashMap<>();
    for (RepositoryKext each : loadList) {
      String identifier = each.identifier().value();
      if (counts.merge(identifier, 1, Integer::sum) == 2) {
        session.find(kext, Finding.named(Diagnostic.SEVERAL_VERSIONS, identifier));
      }
    }
    return counts.size() < loadList.size();
  }

  /** OSKextCopyDeclaredDependencies, whether all were found or not. */
  List<RepositoryKext> libraries(RepositoryKext kext) {
    resolve(kext);
    return session.state(kext).libraries().orElse(List.of());
  }

  /** OSKextCopyLoadList, if all were found. */
  Optional<List<RepositoryKext>> loadList(RepositoryKext kext) {
    return resolve(kext) ? lists.loadList(kext) : Optional.empty();
  }

  /** OSKextCopyLoadList, as far as it goes. */
  Optional<List<RepositoryKext>> partialLoadList(RepositoryKext kext) {
    resolve(kext);
    return lists.loadList(kext);
  }

  /** OSKextCopyAllDependencies, as far as it goes; what is not known is logged. */
  Optional<List<RepositoryKext>> partialLibraries(RepositoryKext kext) {
    resolve(kext);
    Optional<List<RepositoryKext>> list = lists.loadList(kext);
    if (list.isEmpty()) {
      lists
          .unknown(kext)
          .forEach(
              unknown ->
                  session.log(
                      unknown.path()
                          + " - missing load info or dependencies array in applier function."));
    }
    return list.map(SessionQuestions::withoutLast);
  }

  /** OSKextCopyAllDependencies, if all were found. */
  private Optional<List<RepositoryKext>> allLibraries(RepositoryKext kext) {
    return loadList(kext).map(SessionQuestions::withoutLast);
  }

  private static List<RepositoryKext> withoutLast(List<RepositoryKext> list) {
    return list.subList(0, list.size() - 1);
  }

  /** OSKextCopyLinkDependencies, as far as it goes. */
  List<RepositoryKext> linkLibraries(RepositoryKext kext) {
    resolve(kext);
    return new LinkLibraries(
            each -> session.state(each).libraries().orElse(List.of()),
            each ->
                session.state(each).libraries().isPresent()
                    && kernel.bleedsThrough(session.state(each).styles()))
        .of(kext);
  }

  /** OSKextValidateDependencies. */
  boolean validateLibraries(RepositoryKext kext) {
    if (session.state(kext).librariesAreValid()) {
      return true;
    }
    Optional<List<RepositoryKext>> libraries = allLibraries(kext);
    if (libraries.isEmpty()) {
      return false;
    }
    boolean areValid = true;
    for (RepositoryKext library : libraries.get()) {
      if (!session.isValid(library)) {
        session.find(
            kext, Finding.named(Diagnostic.INVALID_DEPENDENCY, library.identifier().value()));
        areValid = false;
      }
    }
    if (areValid) {
      session.state(kext).foundLibrariesValid();
    }
    return areValid;
  }

  /** OSKextAuthenticateDependencies. */
  boolean authenticateLibraries(RepositoryKext kext) {
    if (session.state(kext).librariesAreAuthentic()) {
      return true;
    }
    Optional<List<RepositoryKext>> libraries = allLibraries(kext);
    if (libraries.isEmpty()) {
      return false;
    }
    boolean areAuthentic = true;
    for (RepositoryKext library : libraries.get()) {
      if (!session.isAuthentic(library)) {
        session.find(
            kext, Finding.named(Diagnostic.INAUTHENTIC_DEPENDENCY, library.identifier().value()));
        areAuthentic = false;
      }
    }
    if (areAuthentic) {
      session.state(kext).foundLibrariesAuthentic();
    }
    return areAuthentic;
  }

  /** OSKextIsLoadable. */
  boolean isLoadable(RepositoryKext kext) {
    return session.isValid(kext)
        && session.isAuthentic(kext)
        && resolve(kext)
        && validateLibraries(kext)
        && authenticateLibraries(kext);
  }

  /** OSKextDependenciesAreLoadableInSafeBoot, in a safe boot. */
  boolean librariesAreLoadableInSafeBoot(RepositoryKext kext) {
    Optional<List<RepositoryKext>> libraries = allLibraries(kext);
    boolean areLoadable = libraries.isPresent();
    for (RepositoryKext library : libraries.orElse(List.of())) {
      if (!library.validation().isLoadableInSafeBoot()) {
        session.find(
            kext,
            Finding.named(Diagnostic.DEPENDENCIES_NOT_IN_SAFE_BOOT, library.identifier().value()));
        areLoadable = false;
      }
    }
    return areLoadable;
  }
}
