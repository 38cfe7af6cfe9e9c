package io.github.kextmanager.cli.answer;

import io.github.kextmanager.lifecycle.InterruptedChange;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.OwedKext.Standing;
import io.github.kextmanager.lifecycle.Remembered;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import java.util.List;

/** Tells what a journal remembers. */
public final class OwedAnswer {
  private OwedAnswer() {}

  /** Prints it, and says what a script must know. */
  public static ExitStatus give(Remembered remembered, Format format, Console console) {
    if (format == Format.JSON) {
      console
          .json()
          .objects("owed", remembered.owed(), OwedAnswer::write)
          .objects("interrupted", remembered.interrupted(), OwedAnswer::write)
          .texts("damaged", remembered.damaged())
          .end();
    } else {
      tell(remembered, console);
    }
    return status(remembered);
  }

  private static void write(Json json, OwedKext owed) {
    json.text("identifier", owed.identifier().value())
        .text("version", owed.version().map(ReportedVersion::text))
        .text("until", owed.until().name())
        .text("askedAt", owed.askedAt().toString())
        .text("author", owed.author())
        .text("standing", owed.standing().name());
  }

  private static void write(Json json, InterruptedChange change) {
    json.text("begunAt", change.begunAt().toString())
        .text("what", change.what())
        .texts("identifiers", change.kexts().stream().map(BundleIdentifier::value).toList())
        .text("author", change.author());
  }

  private static void tell(Remembered remembered, Console console) {
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
          "The Mac went down during a %s of %s, begun at %s by %s."
              .formatted(change.what(), names(change), change.begunAt(), change.author()));
    }
    remembered
        .damaged()
        .forEach(line -> console.complain("kextm: the journal is damaged: " + line));
    if (remembered.owed().isEmpty() && remembered.interrupted().isEmpty()) {
      console.print("Nothing is owed.");
    }
  }

  private static String names(InterruptedChange change) {
    return String.join(", ", change.kexts().stream().map(BundleIdentifier::value).toList());
  }

  private static String sentence(OwedKext owed) {
    return switch (owed.standing()) {
      case DONE -> "it is loaded now";
      case DID_NOT_TAKE -> "the Mac was restarted, and it is not loaded; load it again";
      case STILL_OWED ->
          owed.until() == Deferral.APPROVAL
              ? "an approval is still owed"
              : "a restart is still owed";
    };
  }

  private static ExitStatus status(Remembered remembered) {
    List<OwedKext> open =
        remembered.owed().stream().filter(owed -> owed.standing() != Standing.DONE).toList();
    if (!remembered.interrupted().isEmpty()
        || open.stream().anyMatch(owed -> owed.standing() == Standing.DID_NOT_TAKE)) {
      return ExitStatus.REFUSED;
    }
    if (open.stream().anyMatch(owed -> owed.until() == Deferral.APPROVAL)) {
      return ExitStatus.APPROVAL_OWED;
    }
    return open.isEmpty() ? ExitStatus.DONE : ExitStatus.RESTART_OWED;
  }
}
