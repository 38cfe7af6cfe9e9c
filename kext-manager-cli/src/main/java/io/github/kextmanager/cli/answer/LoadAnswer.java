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
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells how a load came out. */
public final class LoadAnswer {
  private LoadAnswer() {}

  /** The answer for an outcome. */
  public static ChangeAnswer of(LoadOutcome outcome) {
    String name = outcome.identifier().value();
    if (outcome instanceof Loaded loaded) {
      return answer(
          outcome, "LOADED", ExitStatus.DONE, name + row(loaded.kext()) + " is loaded now.");
    }
    if (outcome instanceof AlreadyLoaded loaded) {
      return answer(
          outcome,
          "ALREADY_LOADED",
          ExitStatus.DONE,
          name + row(loaded.kext()) + " was loaded already." + warning(loaded));
    }
    if (outcome instanceof Accepted) {
      return answer(
          outcome,
          "ACCEPTED",
          ExitStatus.DONE,
          name + " was accepted. It has no code of its own, so the kernel never lists it.");
    }
    if (outcome instanceof OtherVersionLoaded other) {
      return answer(
          outcome,
          "OTHER_VERSION_LOADED",
          ExitStatus.REFUSED,
          name + " is not loaded as asked for" + wanted(other) + ".",
          name + row(other.kext()) + " is loaded, and stays.",
          "Unload that first: kextm unload " + name);
    }
    if (outcome instanceof Deferred deferred) {
      return deferred(deferred, name);
    }
    if (outcome instanceof Refused refused) {
      return refused(refused, name);
    }
    Indeterminate unknown = (Indeterminate) outcome;
    return answer(
        outcome,
        "INDETERMINATE",
        ExitStatus.UNKNOWN,
        "Whether " + name + " is loaded could not be found out.",
        DoubtText.why(unknown.doubt()),
        "Look again: kextm status " + name);
  }

  private static ChangeAnswer deferred(Deferred deferred, String name) {
    if (deferred.until() == Deferral.RESTART) {
      return answer(
          deferred,
          "DEFERRED",
          ExitStatus.RESTART_OWED,
          name + " is not loaded yet: a restart is owed.",
          "macOS has accepted it; it becomes effective when the Mac starts again.",
          "Restart the Mac.");
    }
    return answer(
        deferred,
        "DEFERRED",
        ExitStatus.APPROVAL_OWED,
        name + " is not loaded: an approval is owed.",
        "A person at the Mac must allow it in the settings for privacy and security, or MDM must.",
        "Then load it again; from macOS 11 on a restart follows.");
  }

  private static ChangeAnswer refused(Refused refused, String name) {
    Reason reason = refused.reason();
    List<String> sentences = new ArrayList<>();
    sentences.add(name + " is not loaded: macOS refused it.");
    sentences.add(reason.meaning());
    Advice.on(reason).ifPresent(sentences::add);
    return answer(refused, "REFUSED", ExitStatus.of(reason), sentences.toArray(new String[0]));
  }

  private static ChangeAnswer answer(
      LoadOutcome outcome, String word, ExitStatus status, String... sentences) {
    Optional<Boolean> loaded =
        outcome instanceof Indeterminate ? Optional.empty() : Optional.of(outcome.isLoaded());
    return new ChangeAnswer(
        word, outcome.identifier().value(), loaded, outcome.report(), status, List.of(sentences));
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
