package io.github.kextmanager.doctor;

import io.github.kextmanager.verdict.Reason;
import java.util.List;

/** Whether the kext is there, and once. */
final class PresenceCheck {
  private PresenceCheck() {}

  static Check of(Patient patient, MacSeen mac) {
    List<Ground> copies =
        patient.copies().stream()
            .map(
                copy ->
                    Ground.of(
                        copy.path().toString(), "version " + shown(copy.bundle().version().text())))
            .toList();
    if (copies.size() > 1) {
      return Check.warned(
          Topic.PRESENT,
          "There are %d bundles of this identifier; macOS takes the highest version that fits."
              .formatted(copies.size()),
          copies);
    }
    if (patient.bundle().isPresent()) {
      return Check.passed(Topic.PRESENT, "It is there.", copies.toArray(Ground[]::new));
    }
    if (patient.refusal().isPresent()) {
      return Check.passed(
          Topic.PRESENT,
          "Something is there.",
          Ground.of(patient.refusal().get().path().toString(), "exists"));
    }
    String where = patient.asked().map(Object::toString).orElse("the folders for extensions");
    String said =
        patient.asked().isPresent()
            ? "There is nothing at this path."
            : "There is no such kext in %s.".formatted(where);
    List<Ground> grounds = List.of(Ground.of(where, "nothing"));
    return patient.identifier().flatMap(mac::loaded).isPresent()
        ? Check.warned(
            Topic.PRESENT,
            "It is loaded, but not on the disk: it is gone after a restart.",
            grounds)
        : Check.failed(Topic.PRESENT, Reason.NOT_FOUND, said, grounds);
  }

  private static String shown(String version) {
    return version.isEmpty() ? "(none)" : version;
  }
}
