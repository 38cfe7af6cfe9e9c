package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.LoadedState;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.SystemIntegrity;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a kext is in the auxiliary collection with which the kernel was started, from macOS 11.
 * No tool tells that of a kext that is not loaded in a form that has been published; but a kernel
 * without such a collection ({@code kern.auxiliaryfilesetuuid}, xnu, kern_sysctl.c) has none of it.
 */
final class CollectionCheck implements Examination {
  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    if (!mac.hasCollections()) {
      return Check.passed(
          Topic.COLLECTION, "Kexts are loaded one by one before macOS 11, without a restart.");
    }
    if (MacSeen.isOfMacOs(kext)) {
      return Check.passed(Topic.COLLECTION, "It comes with macOS, in Apple's own collections.");
    }
    Optional<KextSnapshot> snapshot = mac.loaded().value();
    if (snapshot.flatMap(all -> all.find(kext.identifier())).isPresent()) {
      return loaded(kext, mac, snapshot.get());
    }
    return notLoaded(mac);
  }

  private static Check loaded(RepositoryKext kext, MacSeen mac, KextSnapshot snapshot) {
    Ground ground =
        Ground.of(
            mac.loaded().asked(),
            snapshot.find(kext.identifier()).map(LoadedVersionCheck::row).orElse(""));
    if (isWithoutCollection(mac)) {
      return Check.warned(
          Topic.COLLECTION,
          "Two answers contradict each other: it is loaded, and the kernel has no collection of"
              + " others' kexts.",
          List.of(ground, Ground.of(mac.facts().auxiliaryCollection())));
    }
    return LoadedVersionCheck.state(kext, mac, snapshot) == LoadedState.LOADED
        ? Check.passed(Topic.COLLECTION, "It is loaded, so it is in the collection.", ground)
        : Check.failed(
            Topic.COLLECTION,
            Reason.REBOOT_REQUIRED,
            "The collection holds what is loaded, which is not what lies on the disk.",
            List.of(ground));
  }

  private static Check notLoaded(MacSeen mac) {
    HostFact<UUID> auxiliary = mac.facts().auxiliaryCollection();
    if (auxiliary.value().isPresent()) {
      return Check.notKnown(
          Topic.COLLECTION,
          "It is not loaded; whether it is in the collection, no tool tells. If not, a restart is"
              + " owed once it is accepted.",
          Ground.of(auxiliary));
    }
    return isWithoutCollection(mac)
        ? Check.failed(
            Topic.COLLECTION,
            Reason.REBOOT_REQUIRED,
            "The kernel runs without a collection of others' kexts, so it starts one of them only"
                + " after a restart.",
            List.of(Ground.of(auxiliary)))
        : Check.notKnown(Topic.COLLECTION, auxiliary);
  }

  /** Without all of System Integrity Protection, kexts were seen to start without a collection. */
  private static boolean isWithoutCollection(MacSeen mac) {
    boolean kernelAnswered = mac.facts().bootSession().value().isPresent();
    boolean isUsual =
        mac.facts().boot().value().filter(BootMode.NORMAL::equals).isPresent()
            && mac.facts()
                .integrity()
                .value()
                .filter(known -> known.status() == SystemIntegrity.Status.ENABLED)
                .isPresent();
    return mac.facts().auxiliaryCollection().value().isEmpty() && kernelAnswered && isUsual;
  }
}
