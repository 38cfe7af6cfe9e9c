package io.github.kextmanager.cli.answer;

import io.github.kextmanager.lifecycle.Goal;
import io.github.kextmanager.lifecycle.InterruptedChange;
import io.github.kextmanager.lifecycle.InterruptedChange.Suspect;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.Remembered;

/** What a journal remembers, for people. */
final class OwedText {
  private OwedText() {}

  static void tell(Remembered remembered, Console console) {
    for (OwedKext owed : remembered.owed()) {
      console.print(
          "%s%s: %s (asked for at %s by %s)"
              .formatted(
                  owed.identifier(),
                  owed.version().map(version -> " (" + version.text() + ")").orElse(""),
                  sentence(owed),
                  owed.askedAt(),
                  owed.author()));
    }
    for (InterruptedChange change : remembered.interrupted()) {
      console.print(
          "A %s, begun at %s by %s, was cut short: %s."
              .formatted(what(change.goal()), change.begunAt(), change.author(), cause(change)));
      for (Suspect kext : change.kexts()) {
        console.print("  %s: %s".formatted(kext.identifier(), sentence(kext, change.goal())));
      }
    }
    remembered
        .damaged()
        .forEach(line -> console.complain("kextm: the journal is damaged: " + line));
    if (remembered.owed().isEmpty() && remembered.interrupted().isEmpty()) {
      console.print("Nothing is owed.");
    }
  }

  static String what(Goal goal) {
    return goal == Goal.LOADED ? "load" : "unload";
  }

  private static String sentence(OwedKext owed) {
    return switch (owed.standing()) {
      case DONE -> owed.goal() == Goal.LOADED ? "it is loaded now" : "it is not loaded any more";
      case DID_NOT_TAKE -> "the Mac was restarted, and " + is(owed);
      case STILL_OWED ->
          owed.until() == Deferral.APPROVAL
              ? "an approval is still owed"
              : "a restart is still owed";
      case TRY_AGAIN -> "what it waited for has happened, and " + is(owed) + "; load it again";
      case NOT_ON_DISK -> notOnDisk() + ", and " + is(owed);
    };
  }

  private static String is(OwedKext owed) {
    return owed.loaded()
        .map(
            kext ->
                owed.goal() == Goal.LOADED
                    ? "version %s is loaded instead".formatted(kext.version().text())
                    : "it is loaded")
        .orElse("it is not loaded");
  }

  private static String sentence(Suspect kext, Goal goal) {
    String is = goal == Goal.LOADED ? "it is not loaded" : "it is loaded";
    return switch (kext.standing()) {
      case DONE -> goal == Goal.LOADED ? "it is loaded now" : "it is not loaded any more";
      case DID_NOT_TAKE -> is;
      case STILL_OWED -> is + " so far; " + what(goal) + " it again to find out";
      case TRY_AGAIN -> is + "; load it again to find out";
      case NOT_ON_DISK -> notOnDisk();
    };
  }

  private static String notOnDisk() {
    return "what was asked for is not on the disk any more";
  }

  private static String cause(InterruptedChange change) {
    return switch (change.cause()) {
      case TURNED_AWAY -> "nobody saw how it came out";
      case PROCESS_ENDED -> "the program that made it ended";
      case MAC_WENT_DOWN -> "the Mac went down";
    };
  }
}
