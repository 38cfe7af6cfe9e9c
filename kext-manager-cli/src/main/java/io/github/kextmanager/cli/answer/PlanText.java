package io.github.kextmanager.cli.answer;

import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Reason;
import java.util.List;

/** What is to be done about the kexts that would not be loaded, in the order of who can act. */
public final class PlanText {
  private PlanText() {}

  /** Prints the plan, also that there is nothing to do. */
  public static void print(List<Diagnosis> diagnoses, MacOsVersion release, Console console) {
    List<Diagnosis> stopped =
        diagnoses.stream().filter(diagnosis -> diagnosis.reason().isPresent()).toList();
    console.print(
        "%d of %d kexts of others would not be loaded as this Mac is (macOS %s)%s"
            .formatted(
                stopped.size(),
                diagnoses.size(),
                release,
                stopped.isEmpty() ? "; nothing is to be done." : "."));
    if (!stopped.isEmpty()) {
      console.print(
          "What helps each is in the order of who can act, and is not always needed all:");
      console.print("kextm doctor says after each step what is left.");
    }
    for (Diagnosis diagnosis : stopped) {
      print(diagnosis, release, console);
    }
  }

  private static void print(Diagnosis diagnosis, MacOsVersion release, Console console) {
    Reason reason = diagnosis.reason().orElseThrow();
    console.print("");
    console.print("%s: %s (%s)".formatted(name(diagnosis), reason.meaning(), reason));
    if (diagnosis.remedies().isEmpty()) {
      console.print("  Nothing is known that helps in this release.");
    }
    RemedyText.print(diagnosis.remedies(), release, console);
  }

  private static String name(Diagnosis diagnosis) {
    return diagnosis
        .identifier()
        .map(BundleIdentifier::value)
        .or(() -> diagnosis.bundle().map(Object::toString))
        .orElse("?");
  }
}
