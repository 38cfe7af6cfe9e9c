package io.github.kextmanager.cli.answer;

import io.github.kextmanager.lifecycle.InterruptedChange;
import io.github.kextmanager.lifecycle.InterruptedChange.Cause;
import io.github.kextmanager.lifecycle.InterruptedChange.Suspect;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.OwedKext.Standing;
import io.github.kextmanager.lifecycle.Remembered;
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
      OwedText.tell(remembered, console);
    }
    return status(remembered);
  }

  private static void write(Json json, OwedKext owed) {
    json.text("identifier", owed.identifier().value())
        .text("goal", owed.goal().name())
        .text("version", owed.version().map(ReportedVersion::text))
        .text("until", owed.until().name())
        .text("askedAt", owed.askedAt().toString())
        .text("author", owed.author())
        .text("loadedVersion", owed.loaded().map(kext -> kext.version().text()))
        .text("standing", owed.standing().name());
  }

  private static void write(Json json, InterruptedChange change) {
    json.text("begunAt", change.begunAt().toString())
        .text("what", OwedText.what(change.goal()))
        .texts(
            "identifiers", change.kexts().stream().map(kext -> kext.identifier().value()).toList())
        .objects("kexts", change.kexts(), OwedAnswer::write)
        .text("author", change.author())
        .text("cause", change.cause().name());
  }

  private static void write(Json json, Suspect kext) {
    json.text("identifier", kext.identifier().value()).text("standing", kext.standing().name());
  }

  private static ExitStatus status(Remembered remembered) {
    List<OwedKext> open =
        remembered.owed().stream().filter(owed -> owed.standing() != Standing.DONE).toList();
    if (open.stream().anyMatch(owed -> owed.standing() != Standing.STILL_OWED)
        || remembered.interrupted().stream().anyMatch(OwedAnswer::isBad)) {
      return ExitStatus.REFUSED;
    }
    if (remembered.interrupted().stream().anyMatch(OwedAnswer::isUnknown)) {
      return ExitStatus.UNKNOWN;
    }
    if (open.stream().anyMatch(owed -> owed.until() == Deferral.APPROVAL)) {
      return ExitStatus.APPROVAL_OWED;
    }
    return open.isEmpty() ? ExitStatus.DONE : ExitStatus.RESTART_OWED;
  }

  private static boolean isBad(InterruptedChange change) {
    return change.cause() == Cause.MAC_WENT_DOWN
        || change.kexts().stream()
            .anyMatch(
                kext -> kext.standing() != Standing.DONE && kext.standing() != Standing.STILL_OWED);
  }

  private static boolean isUnknown(InterruptedChange change) {
    return change.kexts().stream().anyMatch(kext -> kext.standing() == Standing.STILL_OWED);
  }
}
