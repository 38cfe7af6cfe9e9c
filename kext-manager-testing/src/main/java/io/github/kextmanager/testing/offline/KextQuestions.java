package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.LibraryProcess;
import io.github.kextmanager.dependency.LoadedState;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.validation.DiagnosticCategory;
import io.github.kextmanager.validation.DiagnosticsPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * What kextfind asks Apple's library, in one process: what was asked before decides what was found
 * and what is logged again.
 */
final class KextQuestions {
  private final KextRepository repository;
  private final LibraryProcess process;
  private final LogSink log;

  KextQuestions(KextRepository repository, LibraryProcess process, LogSink log) {
    this.repository = repository;
    this.process = process;
    this.log = log;
  }

  boolean isLoaded(RepositoryKext kext) {
    return repository.loadedState(kext) == LoadedState.LOADED;
  }

  boolean isValid(RepositoryKext kext) {
    return process.isValid(kext);
  }

  boolean isAuthentic(RepositoryKext kext) {
    return process.isAuthentic(kext);
  }

  boolean hasLibraries(RepositoryKext kext) {
    return process.resolve(kext);
  }

  boolean isLoadable(RepositoryKext kext) {
    return process.isLoadable(kext);
  }

  /** Whether anything was found so far that is only a warning. */
  boolean hasWarnings(RepositoryKext kext) {
    MacOsVersion release = repository.mac().release();
    return new DiagnosticsPrinter(release)
        .byCategory(process.findings(kext))
        .containsKey(DiagnosticCategory.WARNINGS);
  }

  /** What was found so far, as it is printed. */
  String diagnostics(RepositoryKext kext) {
    return new DiagnosticsPrinter(repository.mac().release()).print(process.findings(kext));
  }

  boolean hasDuplicates(RepositoryKext kext) {
    return repository.all(kext.identifier()).size() > 1;
  }

  List<RepositoryKext> libraries(RepositoryKext kext) {
    return process.allLibraries(kext).orElse(List.of());
  }

  List<RepositoryKext> dependents(RepositoryKext kext) {
    return process.dependents(kext);
  }

  /** Its plug-ins; those that are no kexts are tried, and complained about, again. */
  List<RepositoryKext> plugIns(RepositoryKext kext) {
    if (kext.bundle().isPlugIn()) {
      return List.of();
    }
    repository.refusals().stream()
        .filter(refusal -> isInside(kext).test(refusal.path()))
        .flatMap(refusal -> refusal.messages().stream())
        .map(LogMessage::error)
        .forEach(log::log);
    return repository.kexts().stream().filter(other -> isInside(kext).test(other.path())).toList();
  }

  private static Predicate<Path> isInside(RepositoryKext kext) {
    return path -> path.startsWith(kext.path()) && !path.equals(kext.path());
  }

  /** That the code of a kext is looked for, which is remembered if it is not there. */
  void lookForCode(RepositoryKext kext) {
    process.lookForExecutable(kext);
  }
}
