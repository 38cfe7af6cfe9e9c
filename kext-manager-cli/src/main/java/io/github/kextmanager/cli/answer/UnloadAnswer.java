package io.github.kextmanager.cli.answer;

import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.InUse;
import io.github.kextmanager.lifecycle.UnloadOutcome.Indeterminate;
import io.github.kextmanager.lifecycle.UnloadOutcome.NextStart;
import io.github.kextmanager.lifecycle.UnloadOutcome.NotLoaded;
import io.github.kextmanager.lifecycle.UnloadOutcome.Refused;
import io.github.kextmanager.lifecycle.UnloadOutcome.Unloaded;
import io.github.kextmanager.verdict.NamedKext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells how an unload came out. */
public final class UnloadAnswer {
  private UnloadAnswer() {}

  /** The answers for outcomes. */
  public static List<ChangeAnswer> of(List<UnloadOutcome> outcomes) {
    return outcomes.stream().map(UnloadAnswer::of).toList();
  }

  private static ChangeAnswer of(UnloadOutcome outcome) {
    String name = outcome.identifier().value();
    if (outcome instanceof Unloaded unloaded) {
      return answer(
          outcome,
          "UNLOADED",
          ExitStatus.DONE,
          List.of(
              "%s (%s) is unloaded.".formatted(name, unloaded.kext().version()),
              nextStart(unloaded.nextStart())));
    }
    if (outcome instanceof NotLoaded absent) {
      return answer(
          outcome,
          "NOT_LOADED",
          ExitStatus.DONE,
          List.of(name + " was not loaded: there was nothing to unload." + comesLater(absent)));
    }
    if (outcome instanceof InUse inUse) {
      return answer(outcome, "IN_USE", ExitStatus.IN_USE, inUse(inUse, name));
    }
    if (outcome instanceof Refused refused) {
      return answer(
          outcome,
          "REFUSED",
          ExitStatus.of(refused.reason()),
          List.of(
              name + " is still loaded: macOS refused to unload it.", refused.reason().meaning()));
    }
    Indeterminate unknown = (Indeterminate) outcome;
    return answer(
        outcome,
        "INDETERMINATE",
        ExitStatus.UNKNOWN,
        List.of(
            "Whether " + name + " is unloaded could not be found out.",
            DoubtText.why(unknown.doubt()),
            "Look again: kextm status " + name));
  }

  private static String comesLater(NotLoaded absent) {
    return absent.nextStart().isEmpty()
        ? ""
        : " But macOS has accepted it for the next start, and no unload takes that back.";
  }

  private static String nextStart(NextStart nextStart) {
    return switch (nextStart) {
      case IN_COLLECTION ->
          "It stays in the kernel collection: macOS can start it again, at the next start or when"
              + " its hardware or a program asks for it, until its bundle is deleted and the"
              + " collection rebuilt.";
      case MAY_RETURN ->
          "It may come back: its bundle lies in a folder from which macOS loads kexts by itself.";
      case STAYS_AWAY -> "macOS does not load it again by itself.";
    };
  }

  private static List<String> inUse(InUse inUse, String name) {
    List<String> sentences = new ArrayList<>();
    sentences.add(name + " is still loaded: it is in use.");
    if (!inUse.dependents().isEmpty()) {
      sentences.add(
          "These link against it: "
              + inUse.dependents().stream()
                  .map(kext -> kext.identifier().value())
                  .collect(Collectors.joining(", ")));
      sentences.add("Unload them first: kextm unload --dependents-first " + name);
    }
    inUse
        .holders()
        .forEach(
            holder ->
                sentences.add(
                    "Instances of its class %s: %d"
                        .formatted(holder.className(), holder.instances())));
    return sentences;
  }

  private static ChangeAnswer answer(
      UnloadOutcome outcome, String word, ExitStatus status, List<String> sentences) {
    Optional<Boolean> loaded =
        outcome instanceof Indeterminate ? Optional.empty() : Optional.of(!outcome.isAbsent());
    return new ChangeAnswer(
        word,
        new NamedKext(Optional.empty(), Optional.of(outcome.identifier())),
        loaded,
        outcome.report(),
        status,
        sentences);
  }
}
