package io.github.kextmanager.dependency;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.validation.DiagnosticsPrinter;
import io.github.kextmanager.validation.Validator;
import java.util.List;
import java.util.Optional;

/** Puts all questions about a kext to a {@link LibrarySession} of its own. */
final class Evaluator {
  private final TargetMac mac;
  private final KextIndex index;
  private final LibraryChooser chooser;
  private final KernelLink kernel;
  private final Validator validator;

  Evaluator(
      TargetMac mac,
      KextIndex index,
      LibraryChooser chooser,
      KernelLink kernel,
      Validator validator) {
    this.mac = mac;
    this.index = index;
    this.chooser = chooser;
    this.kernel = kernel;
    this.validator = validator;
  }

  Evaluation evaluate(RepositoryKext kext) {
    var session = new LibrarySession(mac.release(), kext);
    var questions = new SessionQuestions(session, chooser, kernel);
    Evaluation.Checks checks = checks(kext, session, questions);
    List<String> messages = session.messages();
    List<RepositoryKext> libraries = questions.libraries(kext);
    Optional<List<RepositoryKext>> loadList = questions.loadList(kext);
    Optional<List<RepositoryKext>> partialLoadList =
        loadList.or(() -> questions.partialLoadList(kext));
    return new Evaluation(
        kext,
        checks,
        messages,
        libraries,
        loadList,
        partialLoadList,
        questions.linkLibraries(kext),
        partialLoadList.map(list -> list.subList(0, list.size() - 1)),
        session.findings(kext),
        new DiagnosticsPrinter(mac.release()).print(session.findings(kext)),
        () -> graphText(kext));
  }

  /** It is printed last: what can be resolved is resolved, even what is refused the first time. */
  private String graphText(RepositoryKext kext) {
    var session = new LibrarySession(mac.release(), kext);
    var questions = new SessionQuestions(session, chooser, kernel);
    questions.resolve(kext);
    questions.resolve(kext);
    return new GraphText(session, questions).of(kext);
  }

  /** The questions in their order: each can depend on those before. */
  private Evaluation.Checks checks(
      RepositoryKext kext, LibrarySession session, SessionQuestions questions) {
    var validation = new SessionValidation(session, questions, index, validator, mac);
    boolean isValidAfterOpen = validation.validate(kext);
    boolean isValid = validation.validate(kext);
    boolean isAuthentic = session.authenticate(kext);
    boolean isResolved = questions.resolve(kext);
    boolean librariesAreValid = questions.validateLibraries(kext);
    boolean librariesAreAuthentic = questions.authenticateLibraries(kext);
    boolean isLoadable = questions.isLoadable(kext);
    return new Evaluation.Checks(
        isValidAfterOpen,
        isValid,
        isAuthentic,
        isResolved,
        librariesAreValid,
        librariesAreAuthentic,
        isLoadable,
        mac.boot() == BootMode.SAFE
            ? Optional.of(questions.librariesAreLoadableInSafeBoot(kext))
            : Optional.empty());
  }
}
