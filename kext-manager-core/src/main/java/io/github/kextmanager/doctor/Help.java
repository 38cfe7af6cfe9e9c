package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.doctor.LibraryRule.Finding;
import io.github.kextmanager.verdict.Circumstance;
import io.github.kextmanager.verdict.NamedKext;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Remedies;
import io.github.kextmanager.verdict.Remedy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What helps against an obstacle: where a library is at fault, what helps with the library. */
final class Help {
  private final MacSeen mac;
  private final Patient patient;

  Help(MacSeen mac, Patient patient) {
    this.mac = mac;
    this.patient = patient;
  }

  /** What a check that failed, or would fail on another load, comes down to. */
  Optional<Obstacle> against(Check check) {
    return check
        .reason()
        .map(
            reason -> {
              List<Culprit> culprits = culprits(check.topic());
              return culprits.isEmpty()
                  ? new Obstacle(
                      check.topic(),
                      reason,
                      culprits,
                      meaning(check.topic(), reason),
                      remedies(reason, circumstance(check.topic()), named(patient)).toList())
                  : new Obstacle(
                      check.topic(), reason, culprits, blaming(culprits), with(culprits));
            });
  }

  private List<Culprit> culprits(Topic topic) {
    return patient.bundle().stream()
        .flatMap(kext -> Libraries.of(kext, mac).faults(topic).stream())
        .flatMap(Help::culprit)
        .toList();
  }

  private static Stream<Culprit> culprit(Finding fault) {
    RepositoryKext library = fault.library();
    return fault.check().reason().stream()
        .map(reason -> new Culprit(library.identifier(), library.path(), reason));
  }

  private List<Remedy> with(List<Culprit> culprits) {
    return culprits.stream()
        .flatMap(
            each ->
                remedies(
                    each.reason(),
                    Circumstance.NOT_TRIED,
                    new NamedKext(
                        Optional.of(each.bundle().toString()), Optional.of(each.identifier()))))
        .distinct()
        .sorted(Comparator.comparing(Remedy::actor))
        .toList();
  }

  private Stream<Remedy> remedies(Reason reason, Circumstance circumstance, NamedKext kext) {
    return Remedies.of(reason, mac.target(), circumstance).stream()
        .map(remedy -> remedy.about(kext))
        .map(Help::withCommandThatRuns);
  }

  /** A search for an identifier is none where there is a path alone. */
  private static Remedy withCommandThatRuns(Remedy remedy) {
    return new Remedy(
        remedy.actor(),
        remedy.delegation(),
        remedy.action(),
        remedy.command().filter(command -> !command.endsWith(" -b ID")));
  }

  /** The journal alone knows that a load was asked for. */
  private Circumstance circumstance(Topic topic) {
    boolean isUndeclared =
        topic == Topic.DEPENDENCIES
            && patient
                .bundle()
                .filter(kext -> LibrariesExamination.lacksDeclarationsAlone(kext, mac))
                .isPresent();
    return topic == Topic.RESTART
        ? Circumstance.REFUSED
        : isUndeclared ? Circumstance.UNDECLARED_LIBRARY : Circumstance.NOT_TRIED;
  }

  private static String blaming(List<Culprit> culprits) {
    return culprits.stream()
        .map(
            each ->
                "A library is to blame, %s: %s (%s)"
                    .formatted(each.identifier(), each.reason().meaning(), each.reason()))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** The reasons of the tools say more than is known before anybody has asked them. */
  private String meaning(Topic topic, Reason reason) {
    if (topic == Topic.COLLECTION && reason == Reason.REBOOT_REQUIRED) {
      return (isLoadedOtherwise() ? "Another version or build of it runs, and goes on. " : "")
          + "It needs a restart after it has been asked for.";
    }
    return topic == Topic.PRESENT ? "There is no such kext." : reason.meaning();
  }

  private boolean isLoadedOtherwise() {
    return patient.identifier().flatMap(mac::loaded).isPresent();
  }

  /** As far as it is known. */
  static NamedKext named(Patient patient) {
    return new NamedKext(
        patient
            .bundle()
            .map(kext -> kext.path().toString())
            .or(() -> patient.asked().map(Object::toString)),
        patient.identifier());
  }
}
