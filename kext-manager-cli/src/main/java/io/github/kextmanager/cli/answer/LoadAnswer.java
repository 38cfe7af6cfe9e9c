package io.github.kextmanager.cli.answer;

import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Accepted;
import io.github.kextmanager.lifecycle.LoadOutcome.AlreadyLoaded;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferred;
import io.github.kextmanager.lifecycle.LoadOutcome.Indeterminate;
import io.github.kextmanager.lifecycle.LoadOutcome.Loaded;
import io.github.kextmanager.lifecycle.LoadOutcome.OtherVersionLoaded;
import io.github.kextmanager.lifecycle.LoadOutcome.Refused;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.LoadRequest.Target;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.verdict.NamedKext;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells how a load came out. */
public final class LoadAnswer {
  private LoadAnswer() {}

  /** The answers for what came of a request, in its order. */
  public static List<ChangeAnswer> of(LoadRequest request, List<LoadOutcome> outcomes) {
    return IntStream.range(0, outcomes.size())
        .mapToObj(i -> of(request.targets().get(i), outcomes.get(i)))
        .toList();
  }

  private static ChangeAnswer of(Target target, LoadOutcome outcome) {
    Optional<String> path =
        target instanceof Target.Located located
            ? Optional.of(located.bundle().toString())
            : Optional.empty();
    return of(new NamedKext(path, Optional.of(outcome.identifier())), outcome);
  }

  private static ChangeAnswer of(NamedKext kext, LoadOutcome outcome) {
    String name = outcome.identifier().value();
    if (outcome instanceof Loaded loaded) {
      return answer(
          kext, outcome, "LOADED", ExitStatus.DONE, name + row(loaded.kext()) + " is loaded now.");
    }
    if (outcome instanceof AlreadyLoaded loaded) {
      return answer(
          kext,
          outcome,
          "ALREADY_LOADED",
          ExitStatus.DONE,
          name + row(loaded.kext()) + " was loaded already." + warning(loaded));
    }
    if (outcome instanceof Accepted) {
      return answer(
          kext,
          outcome,
          "ACCEPTED",
          ExitStatus.DONE,
          name + " was accepted. It has no code of its own, so the kernel never lists it.");
    }
    if (outcome instanceof OtherVersionLoaded other) {
      return answer(
          kext,
          outcome,
          "OTHER_VERSION_LOADED",
          ExitStatus.REFUSED,
          name + " is not loaded as asked for" + wanted(other) + ".",
          name + row(other.kext()) + " is loaded, and stays.",
          "Unload that first: kextm unload " + name);
    }
    if (outcome instanceof Deferred deferred) {
      return deferred(kext, deferred, name);
    }
    if (outcome instanceof Refused refused) {
      return answer(
          kext,
          outcome,
          "REFUSED",
          ExitStatus.of(refused.reason()),
          refused
              .instead()
              .map(old -> name + " is not loaded as asked for: macOS refused it." + stays(old))
              .orElse(name + " is not loaded: macOS refused it."),
          refused.reason().meaning());
    }
    Indeterminate unknown = (Indeterminate) outcome;
    return answer(
        kext,
        outcome,
        "INDETERMINATE",
        ExitStatus.UNKNOWN,
        "Whether " + name + " is loaded could not be found out.",
        DoubtText.why(unknown.doubt()),
        "Look again: kextm status " + name);
  }

  private static String stays(LoadedKext kext) {
    return " " + kext.identifier() + row(kext) + " is loaded, and stays.";
  }

  private static ChangeAnswer deferred(NamedKext kext, Deferred deferred, String name) {
    if (deferred.until() == Deferral.RESTART) {
      return answer(
          kext,
          deferred,
          "DEFERRED",
          ExitStatus.RESTART_OWED,
          name + " is not loaded yet: a restart is owed.",
          "macOS has accepted it; it becomes effective when the Mac starts again.");
    }
    return answer(
        kext,
        deferred,
        "DEFERRED",
        ExitStatus.APPROVAL_OWED,
        name + " is not loaded: an approval is owed.",
        Reason.NOT_APPROVED.meaning());
  }

  private static ChangeAnswer answer(
      NamedKext kext, LoadOutcome outcome, String word, ExitStatus status, String... sentences) {
    Optional<Boolean> loaded =
        outcome instanceof Indeterminate ? Optional.empty() : Optional.of(outcome.isLoaded());
    return new ChangeAnswer(word, kext, loaded, outcome.report(), status, List.of(sentences));
  }

  private static String wanted(OtherVersionLoaded other) {
    return other.wanted().map(version -> " (" + version + ")").orElse("");
  }

  static String row(LoadedKext kext) {
    return " (" + kext.version() + ")";
  }

  private static String warning(AlreadyLoaded loaded) {
    return loaded
        .wouldWaitFor()
        .map(
            deferral ->
                deferral == Deferral.APPROVAL
                    ? " It is not approved any more: once it is stopped, or the Mac restarted,"
                        + " macOS will not load it."
                    : " macOS says that a restart is owed before it would load it again.")
        .orElse("");
  }
}
