package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.LoadedState;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Optional;

/** Whether the version that is loaded is the one on the disk. */
final class LoadedVersionCheck implements Examination {
  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    Optional<KextSnapshot> snapshot = mac.loaded().value();
    if (snapshot.isEmpty()) {
      return Check.notKnown(Topic.LOADED_VERSION, mac.loaded());
    }
    Optional<LoadedKext> loaded = snapshot.get().find(kext.identifier());
    if (loaded.isEmpty()) {
      return Check.passed(
          Topic.LOADED_VERSION,
          "It is not loaded.",
          Ground.of(mac.loaded().asked(), "no row of it"));
    }
    Ground ground = Ground.of(mac.loaded().asked(), row(loaded.get()));
    return switch (state(kext, mac, snapshot.get())) {
      case LOADED -> sameVersion(kext, loaded.get(), ground);
      case NOT_LOADED -> Check.passed(Topic.LOADED_VERSION, "It is not loaded.", ground);
      case OTHER_VERSION -> other(kext, mac, "Another version of it is loaded.", ground);
      case OTHER_UUID -> other(kext, mac, "Another build of this version is loaded.", ground);
    };
  }

  /** Up to 10.10 kextstat shows no UUID, while kextload compares it. */
  private static Check sameVersion(RepositoryKext kext, LoadedKext loaded, Ground ground) {
    return loaded.uuid().isEmpty() && kext.executable().uuid().isPresent()
        ? Check.notKnown(
            Topic.LOADED_VERSION,
            "This version of it is loaded; whether it is this build, the table does not tell.",
            ground)
        : Check.passed(Topic.LOADED_VERSION, "It is loaded, as on the disk.", ground);
  }

  static LoadedState state(RepositoryKext kext, MacSeen mac, KextSnapshot snapshot) {
    return mac.repository().withLoaded(snapshot).loadedState(kext);
  }

  static String row(LoadedKext loaded) {
    return "version %s%s"
        .formatted(loaded.version(), loaded.uuid().map(uuid -> ", UUID " + uuid).orElse(""));
  }

  private static Check other(RepositoryKext kext, MacSeen mac, String said, Ground loaded) {
    Ground onDisk =
        Ground.of(
            kext.path().toString(),
            "version %s%s"
                .formatted(
                    kext.bundle().version(),
                    kext.executable().uuid().map(uuid -> ", UUID " + uuid).orElse("")));
    // From macOS 11 it is the collection that must change, which is looked at by itself.
    return mac.hasCollections()
        ? Check.warned(Topic.LOADED_VERSION, said, List.of(loaded, onDisk))
        : Check.failed(
            Topic.LOADED_VERSION,
            Reason.ALREADY_LOADED_DIFFERENT_VERSION,
            said,
            List.of(loaded, onDisk));
  }
}
