package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.InvalidKext;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.LibraryProblem;
import io.github.kextmanager.dependency.Problem;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.dependency.Resolution;
import io.github.kextmanager.dependency.Unresolved;
import io.github.kextmanager.verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether everything that a kext links against is there, and fits. */
final class LibrariesExamination implements Examination {
  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    if (!kext.isValid()) {
      return Check.notKnown(
          Topic.DEPENDENCIES, "What a malformed bundle links against cannot be told.");
    }
    Resolution resolution = resolve(kext, mac);
    if (resolution instanceof Unresolved unresolved) {
      return missing(unresolved.problems(), mac);
    }
    return Check.passed(Topic.DEPENDENCIES, "Everything that it links against is there.");
  }

  /** Whether all libraries are there, and some of them say of no version that they fit. */
  static boolean lacksDeclarationsAlone(RepositoryKext kext, MacSeen mac) {
    return resolve(kext, mac) instanceof Unresolved unresolved
        && unresolved.problems().stream()
            .allMatch(
                problem ->
                    problem instanceof LibraryProblem.NoLibrary
                        || problem instanceof LibraryProblem.LoadedNoLibrary);
  }

  private static Resolution resolve(RepositoryKext kext, MacSeen mac) {
    KextRepository onDisk = mac.repository();
    KextRepository repository =
        mac.hasCollections() || mac.loaded().value().isEmpty()
            ? onDisk
            : onDisk.withLoaded(mac.loaded().value().get());
    return repository.resolve(kext);
  }

  private static Check missing(List<Problem> problems, MacSeen mac) {
    List<Ground> grounds = new ArrayList<>();
    problems.forEach(
        problem -> grounds.add(Ground.of(problem.kext().path().toString(), problem.message())));
    if (!mac.isThere() && problems.stream().allMatch(LibrariesExamination::isAboutMacOs)) {
      return new Check(
          Topic.DEPENDENCIES,
          Check.Result.NOT_KNOWN,
          Optional.empty(),
          "That needs the Mac: the libraries that macOS brings along are not among these files.",
          grounds);
    }
    boolean invalid = problems.stream().anyMatch(InvalidKext.class::isInstance);
    return Check.failed(
        Topic.DEPENDENCIES,
        Reason.MISSING_DEPENDENCY,
        invalid
            ? "A kext that it links against is malformed."
            : "A kext that it links against is missing, or does not fit.",
        grounds);
  }

  private static boolean isAboutMacOs(Problem problem) {
    return problem instanceof LibraryProblem.Missing missing
        && missing.library().identifier().value().startsWith("com.apple.");
  }
}
