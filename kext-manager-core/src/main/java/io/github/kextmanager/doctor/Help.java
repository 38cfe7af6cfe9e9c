package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.doctor.LibraryRule.Finding;
import io.github.kextmanager.verdict.NamedKext;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Remedies;
import io.github.kextmanager.verdict.Remedy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What helps against an obstacle: where a library is at fault, what helps with the library. */
final class Help {
  private final MacSeen mac;

  Help(MacSeen mac) {
    this.mac = mac;
  }

  List<Remedy> against(Check obstacle, Patient patient) {
    List<Remedy> withLibraries =
        patient.bundle().stream()
            .flatMap(kext -> Libraries.of(kext, mac).faults(obstacle.topic()).stream())
            .flatMap(this::with)
            .distinct()
            .sorted(Comparator.comparing(Remedy::actor))
            .toList();
    return withLibraries.isEmpty()
        ? against(obstacle.reason(), named(patient)).toList()
        : withLibraries;
  }

  private Stream<Remedy> with(Finding fault) {
    RepositoryKext library = fault.library();
    return against(
        fault.check().reason(),
        new NamedKext(Optional.of(library.path().toString()), Optional.of(library.identifier())));
  }

  private Stream<Remedy> against(Optional<Reason> reason, NamedKext kext) {
    return reason.stream()
        .flatMap(known -> Remedies.of(known, mac.target()).stream())
        .map(remedy -> remedy.about(kext));
  }

  private static NamedKext named(Patient patient) {
    return new NamedKext(
        patient
            .bundle()
            .map(kext -> kext.path().toString())
            .or(() -> patient.asked().map(Object::toString)),
        patient.identifier());
  }
}
