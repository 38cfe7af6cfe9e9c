package io.github.kextmanager.cli.answer;

import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Obstacle;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Remedy;
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
    for (Diagnosis diagnosis : stopped) {
      console.print("");
      console.print(
          "%s: %s (%s)"
              .formatted(
                  diagnosis
                      .identifier()
                      .map(BundleIdentifier::value)
                      .or(() -> diagnosis.bundle().map(Object::toString))
                      .orElse("?"),
                  diagnosis.obstacles().get(0).meaning(),
                  diagnosis.obstacles().get(0).reason()));
      print(diagnosis.remedies(), console);
      for (Obstacle further : diagnosis.obstacles().subList(1, diagnosis.obstacles().size())) {
        console.print("  Then also: %s (%s)".formatted(further.meaning(), further.reason()));
        print(further.remedies(), console);
      }
    }
  }

  private static void print(List<Remedy> remedies, Console console) {
    if (remedies.isEmpty()) {
      console.print("  Nothing is known that helps in this release.");
    }
    int number = 1;
    for (Remedy remedy : remedies) {
      console.print(
          "  %d. By %s: %s%s"
              .formatted(
                  number++,
                  remedy.actor().words(),
                  remedy.action(),
                  RemedyText.delegation(remedy)));
      remedy.command().ifPresent(command -> console.print("       " + command));
    }
  }
}
