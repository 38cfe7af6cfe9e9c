package io.github.kextmanager.cli.answer;

import io.github.kextmanager.dependency.Evaluation;
import io.github.kextmanager.dependency.Evaluation.Checks;
import io.github.kextmanager.model.KextException;

/**
 * What the examination of a kext comes to. The later a constant, the earlier macOS would stop: a
 * bundle that is invalid is never asked for its libraries.
 */
public enum KextVerdict {
  /** Nothing keeps it from being loaded. */
  LOADABLE("loadable", ExitStatus.DONE),
  /** Nothing keeps it from being loaded, but something is amiss. */
  LOADABLE_WITH_WARNINGS("loadable, with warnings", ExitStatus.DONE),
  /** It can be loaded, but not in the safe boot that was asked about. */
  NOT_IN_SAFE_BOOT("not loaded in a safe boot", ExitStatus.REFUSED),
  /** Its libraries are not all to be had. */
  LIBRARY_MISSING("without the libraries that it needs", ExitStatus.MISSING_DEPENDENCY),
  /** A library is invalid, or not authentic. */
  LIBRARY_UNUSABLE("with a library that is invalid or not authentic", ExitStatus.INVALID),
  /** Its files belong to the wrong user, or others may write them. */
  NOT_AUTHENTIC("not authentic", ExitStatus.INVALID),
  /** It is not made as it must be. */
  INVALID("invalid", ExitStatus.INVALID),
  /** It cannot be opened as a kext. */
  NO_KEXT("no kext", ExitStatus.INVALID),
  /** There is nothing there. */
  MISSING("missing", ExitStatus.NO_INPUT),
  /** It changed, or could not be read, while it was judged. */
  UNREADABLE("not readable any more", ExitStatus.UNKNOWN),
  /** A fault of ours. */
  FAULT("not judged for a fault of kextm", ExitStatus.FAULT);

  private final String clause;
  private final ExitStatus status;

  KextVerdict(String clause, ExitStatus status) {
    this.clause = clause;
    this.status = status;
  }

  /** The verdict that an evaluation amounts to: the first question that was answered with no. */
  static KextVerdict of(Evaluation evaluation) {
    Checks checks = evaluation.checks();
    if (!checks.isValid()) {
      return INVALID;
    }
    if (!checks.isAuthentic()) {
      return NOT_AUTHENTIC;
    }
    // Asked again, Apple's library accepts what it refused for two copies of one library.
    if (!checks.isResolved()) {
      return LIBRARY_MISSING;
    }
    if (!checks.isLoadable()) {
      return LIBRARY_UNUSABLE;
    }
    boolean isSafe =
        checks
            .librariesAreLoadableInSafeBoot()
            .map(areSafe -> areSafe && evaluation.kext().validation().isLoadableInSafeBoot())
            .orElse(true);
    if (!isSafe) {
      return NOT_IN_SAFE_BOOT;
    }
    return evaluation.findings().isEmpty() ? LOADABLE : LOADABLE_WITH_WARNINGS;
  }

  /** The verdict where no evaluation came about. */
  static KextVerdict of(Throwable failure) {
    return failure instanceof KextException ? UNREADABLE : FAULT;
  }

  /** Whether macOS would load it. */
  boolean isGood() {
    return status == ExitStatus.DONE;
  }

  /** What it means, as a clause. */
  public String clause() {
    return clause;
  }

  /** The exit status of a command that finds nothing worse. */
  public ExitStatus status() {
    return status;
  }
}
