package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.doctor.KextVersions.Copy;
import io.github.kextmanager.doctor.KextVersions.Place;
import io.github.kextmanager.doctor.KextVersions.Stale;
import io.github.kextmanager.doctor.KextVersions.Unseen;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the versions of one kext in the four places where it can be. */
final class VersionsInPlaces {
  private final MacSeen mac;
  private final List<Copy> copies = new ArrayList<>();
  private final List<Unseen> notKnown = new ArrayList<>();

  VersionsInPlaces(MacSeen mac) {
    this.mac = mac;
  }

  static KextVersions of(BundleIdentifier identifier, List<RepositoryKext> onDisk, MacSeen mac) {
    return new VersionsInPlaces(mac).find(identifier, onDisk);
  }

  private KextVersions find(BundleIdentifier identifier, List<RepositoryKext> onDisk) {
    for (RepositoryKext kext : onDisk) {
      copies.add(
          new Copy(
              Place.ON_DISK,
              kext.bundle().version(),
              kext.executable().uuid(),
              Optional.of(kext.path())));
    }
    List<Path> originals = onDisk.stream().map(RepositoryKext::path).toList();
    staged(new StagedCopies(mac).of(identifier, originals));
    loaded(identifier);
    return new KextVersions(copies, notKnown, stale());
  }

  private void staged(HostFact<List<KextBundle>> staged) {
    if (staged instanceof HostFact.NotKnown<List<KextBundle>> unknown) {
      notKnown.add(new Unseen(Place.STAGED, unknown.because()));
    }
    var validator = new Validator(mac.root(), mac.target());
    for (KextBundle copy : staged.value().orElse(List.of())) {
      copies.add(
          new Copy(
              Place.STAGED,
              copy.version(),
              validator.executable(copy).uuid(),
              Optional.of(copy.path())));
    }
  }

  private void loaded(BundleIdentifier identifier) {
    HostFact<KextSnapshot> kernel = mac.loaded();
    Optional<LoadedKext> loaded = mac.loaded(identifier);
    if (kernel instanceof HostFact.NotKnown<KextSnapshot> unknown) {
      notKnown.add(new Unseen(Place.LOADED, unknown.because()));
    }
    loaded.ifPresent(
        kext -> {
          copies.add(new Copy(Place.LOADED, kext.version(), kext.uuid(), Optional.empty()));
          if (mac.hasCollections()) {
            // What runs was started from a collection; it does not say from where that had it.
            copies.add(
                new Copy(Place.IN_COLLECTION, kext.version(), kext.uuid(), Optional.empty()));
          }
        });
    if (loaded.isEmpty() || !mac.hasCollections()) {
      notKnown.add(new Unseen(Place.IN_COLLECTION, unseenCollection(identifier)));
    }
  }

  private String unseenCollection(BundleIdentifier identifier) {
    if (!mac.hasCollections()) {
      return "There is none before macOS 11; what the prelinked kernel holds is not looked at.";
    }
    String asked =
        mac.facts().policy().value().stream()
            .flatMap(policy -> policy.history().stream())
            .filter(request -> request.identifier().equals(identifier))
            .map(request -> " It was last asked for as %s.".formatted(request.path()))
            .reduce("", (first, last) -> last);
    return "It is not loaded, and no tool tells what else is in the collection." + asked;
  }

  private List<Stale> stale() {
    List<Copy> onDisk = in(Place.ON_DISK);
    List<Stale> stale = new ArrayList<>();
    for (Copy copy : copies) {
      if (copy.place() != Place.ON_DISK && onDisk.stream().noneMatch(each -> isSame(each, copy))) {
        stale.add(new Stale(copy, because(onDisk)));
      }
    }
    return stale;
  }

  private static String because(List<Copy> onDisk) {
    return onDisk.isEmpty()
        ? "There is no bundle of it on the disk any more."
        : "On the disk is version %s%s."
            .formatted(
                onDisk.get(0).version(),
                onDisk.get(0).uuid().map(uuid -> " with the UUID " + uuid).orElse(""));
  }

  private List<Copy> in(Place place) {
    return copies.stream().filter(copy -> copy.place() == place).toList();
  }

  private boolean isSame(Copy onDisk, Copy other) {
    boolean sameVersion = other.version().isThatOf(onDisk.version(), mac.target().versions());
    boolean sameCode =
        onDisk.uuid().isEmpty() || other.uuid().isEmpty() || onDisk.uuid().equals(other.uuid());
    return sameVersion && sameCode;
  }
}
