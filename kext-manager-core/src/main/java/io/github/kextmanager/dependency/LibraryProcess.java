package io.github.kextmanager.dependency;

import com.google.common.collect.Sets;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.Finding;
import io.github.kextmanager.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A process that has Apple's library open, and puts one question after the other to it (IOKitUser,
 * OSKext.c). What is answered, found and logged can depend on what was asked before: what succeeded
 * is remembered, what failed is tried again, and logged again.
 *
 * <p>An {@link Evaluation} asks about one kext in a fixed order; this is for whoever needs another
 * order, or several kexts in one process. Not thread-safe.
 */
public final class LibraryProcess {
  private static final Set<Diagnostic> OF_THE_EXECUTABLE =
      Sets.immutableEnumSet(
          Diagnostic.EXECUTABLE_NOT_FOUND,
          Diagnostic.SHARED_EXECUTABLE_NOT_FOUND,
          Diagnostic.EXECUTABLE_NOT_A_FILE,
          Diagnostic.FILE_ACCESS,
          Diagnostic.NO_KEXT_CODE,
          Diagnostic.ARCHITECTURE_NOT_FOUND,
          Diagnostic.MODULE_NAME_DIFFERS,
          Diagnostic.MODULE_VERSION_DIFFERS);

  private final TargetMac mac;
  private final LibrarySession session;
  private final SessionQuestions questions;
  private final SessionValidation validation;
  private final SessionDependents dependents;
  private final Consumer<LibraryMessage> log;

  LibraryProcess(
      List<RepositoryKext> kexts,
      TargetMac mac,
      KextIndex index,
      LibraryChooser chooser,
      KernelLink kernel,
      Validator validator,
      Consumer<LibraryMessage> log) {
    this.mac = mac;
    this.session = LibrarySession.ofAll(mac.release());
    this.questions = new SessionQuestions(session, chooser, kernel);
    this.validation = new SessionValidation(session, questions, index, validator, mac);
    this.dependents = new SessionDependents(kexts, session, questions);
    this.log = log;
  }

  /**
   * Whether a kext is valid (OSKextIsValid). Unlike {@link #validate} it looks at most once, and
   * not at a kext that failed when it was opened.
   *
   * @param kext a kext of the repository
   * @return true if it is
   */
  public boolean isValid(RepositoryKext kext) {
    return ask(
        () ->
            kext.validation().firstLook().isValid()
                && (session.wasValidated(kext) ? kext.isValid() : validation.validate(kext)));
  }

  /**
   * Whether a kext is valid (OSKextValidate).
   *
   * @param kext a kext of the repository
   * @return true if it is
   */
  public boolean validate(RepositoryKext kext) {
    return ask(
        () -> {
          executableLast(kext.validation().findings())
              .forEach(finding -> session.find(kext, finding));
          return validation.validate(kext);
        });
  }

  /**
   * Unless somebody has asked what a kext has code for, its executable is looked at after all else
   * ({@code __OSKextValidate}). The order of findings decides that in which they are printed.
   */
  private static List<Finding> executableLast(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(finding -> OF_THE_EXECUTABLE.contains(finding.diagnostic())))
        .toList();
  }

  /**
   * Whether owners and modes of its files are as they must be (OSKextIsAuthentic). What was found
   * to be so is not looked at again.
   *
   * @param kext a kext of the repository
   * @return true if they are
   */
  public boolean isAuthentic(RepositoryKext kext) {
    return ask(() -> session.isAuthentic(kext));
  }

  /**
   * Whether owners and modes of its files are as they must be (OSKextAuthenticate).
   *
   * @param kext a kext of the repository
   * @return true if they are
   */
  public boolean authenticate(RepositoryKext kext) {
    return ask(() -> session.authenticate(kext));
  }

  /**
   * Whether all that it needs can be had (OSKextResolveDependencies).
   *
   * @param kext a kext of the repository
   * @return true if it can
   */
  public boolean resolve(RepositoryKext kext) {
    return ask(() -> questions.resolve(kext));
  }

  /**
   * Whether all that it needs is valid (OSKextValidateDependencies).
   *
   * @param kext a kext of the repository
   * @return true if it is; false if it cannot even be had
   */
  public boolean validateLibraries(RepositoryKext kext) {
    return ask(() -> questions.validateLibraries(kext));
  }

  /**
   * Whether the files of all that it needs have the right owners and modes
   * (OSKextAuthenticateDependencies).
   *
   * @param kext a kext of the repository
   * @return true if they have; false if it cannot even be had
   */
  public boolean authenticateLibraries(RepositoryKext kext) {
    return ask(() -> questions.authenticateLibraries(kext));
  }

  /**
   * Whether all of the above holds (OSKextIsLoadable).
   *
   * @param kext a kext of the repository
   * @return true if it does
   */
  public boolean isLoadable(RepositoryKext kext) {
    return ask(() -> questions.isLoadable(kext));
  }

  /**
   * Whether a safe boot loads all that it needs (OSKextDependenciesAreLoadableInSafeBoot).
   *
   * @param kext a kext of the repository
   * @return true if it does, or if the Mac was not started so; false if it cannot even be had
   */
  public boolean librariesAreLoadableInSafeBoot(RepositoryKext kext) {
    return ask(
        () ->
            mac.boot() == BootMode.SAFE
                ? questions.librariesAreLoadableInSafeBoot(kext)
                : questions.loadList(kext).isPresent());
  }

  /**
   * What must be loaded (OSKextCopyLoadList).
   *
   * @param kext a kext of the repository
   * @return all that it needs, each before what needs it, and the kext last; empty if something is
   *     missing
   */
  public Optional<List<RepositoryKext>> loadList(RepositoryKext kext) {
    Optional<List<RepositoryKext>> list = questions.loadList(kext);
    session.takeMessages().forEach(log);
    return list;
  }

  /**
   * What its code links against (OSKextCopyLinkDependencies).
   *
   * @param kext a kext of the repository
   * @return the kexts, as far as they can be had
   */
  public List<RepositoryKext> linkLibraries(RepositoryKext kext) {
    List<RepositoryKext> libraries = questions.linkLibraries(kext);
    session.takeMessages().forEach(log);
    return libraries;
  }

  /**
   * What it needs (OSKextCopyAllDependencies), as far as it can be had.
   *
   * @param kext a kext of the repository
   * @return the kexts, each before what needs it; empty, and a line in the log, if the libraries of
   *     one of them could not even be looked for
   */
  public Optional<List<RepositoryKext>> allLibraries(RepositoryKext kext) {
    Optional<List<RepositoryKext>> libraries = questions.partialLibraries(kext);
    session.takeMessages().forEach(log);
    return libraries;
  }

  /**
   * Who needs it, directly or not (OSKextCopyDependents).
   *
   * @param kext a kext of the repository
   * @return its dependents, in the order in which they were opened
   */
  public List<RepositoryKext> dependents(RepositoryKext kext) {
    List<RepositoryKext> found = dependents.of(kext);
    session.takeMessages().forEach(log);
    return found;
  }

  /**
   * Looks for the file with the code of a kext, as whoever asks for its architectures does. That it
   * is not there is among the findings from then on.
   *
   * @param kext a kext of the repository
   */
  public void lookForExecutable(RepositoryKext kext) {
    kext.validation().findings().stream()
        .filter(finding -> finding.diagnostic() == Diagnostic.EXECUTABLE_NOT_FOUND)
        .forEach(finding -> session.find(kext, finding));
  }

  /**
   * What was found so far (OSKextCopyDiagnostics).
   *
   * @param kext a kext of the repository
   * @return the findings, in the order in which they were made
   */
  public List<Finding> findings(RepositoryKext kext) {
    return session.findings(kext);
  }

  private boolean ask(BooleanSupplier question) {
    boolean answer = question.getAsBoolean();
    session.takeMessages().forEach(log);
    return answer;
  }
}
