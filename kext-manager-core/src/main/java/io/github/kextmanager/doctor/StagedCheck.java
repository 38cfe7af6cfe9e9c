package io.github.kextmanager.doctor;

import io.github.kextmanager.doctor.KextVersions.Copy;
import io.github.kextmanager.doctor.KextVersions.Place;
import io.github.kextmanager.doctor.KextVersions.Stale;
import java.util.List;
import java.util.Optional;

/** Whether macOS keeps copies of a kext that are out of date. */
final class StagedCheck {
  private StagedCheck() {}

  static Check of(KextVersions versions) {
    List<Ground> stale =
        versions.stale().stream()
            .filter(each -> each.copy().place() == Place.STAGED)
            .map(StagedCheck::ground)
            .toList();
    if (!stale.isEmpty()) {
      return Check.warned(Topic.STAGED, "macOS keeps a copy that is out of date.", stale);
    }
    Optional<String> unseen =
        versions.notKnown().stream()
            .filter(each -> each.place() == Place.STAGED)
            .map(KextVersions.Unseen::because)
            .findFirst();
    return unseen
        .map(because -> Check.notKnown(Topic.STAGED, because))
        .orElseGet(() -> Check.passed(Topic.STAGED, "macOS keeps no copy that is out of date."));
  }

  private static Ground ground(Stale stale) {
    Copy copy = stale.copy();
    return Ground.of(
        copy.path().map(Object::toString).orElse("a copy"),
        "version %s. %s".formatted(copy.version(), stale.because()));
  }
}
