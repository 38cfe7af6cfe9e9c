package io.github.kextmanager.testing.machine;

import io.github.kextmanager.testing.daemon.AuxiliaryCollection;
import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.policy.Authentication;
import io.github.kextmanager.testing.policy.Consent;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.LoadHistory;
import io.github.kextmanager.testing.policy.Permissions;
import io.github.kextmanager.testing.policy.PolicyState;
import io.github.kextmanager.testing.policy.Signatures;
import java.util.function.Supplier;

/** The parts of a Mac whose rules depend on its release. */
record Rules(
    Consent consent,
    Signatures signatures,
    Authentication authentication,
    AuxiliaryCollection collection,
    KernelManager kernelManager) {

  /** Those of the release that runs now, where others went on from. */
  static Rules of(Machine mac, PolicyState policy, AuxiliaryCollection.State mapped) {
    Supplier<Firmware> firmware = () -> mac.boot().firmware();
    var consent =
        new Consent(
            mac.platform(),
            policy,
            firmware,
            mac.clock(),
            new LoadHistory(mac.clock(), () -> mac.boot().session(), policy.history()));
    Signatures signatures = Signatures.under(mac.platform().release(), firmware);
    var collection = new AuxiliaryCollection(mapped);
    return new Rules(
        consent,
        signatures,
        new Authentication(
            mac.platform().release(), new Permissions(mac.disk()), signatures, consent),
        collection,
        new KernelManager(
            mac.platform(),
            mac.disk(),
            mac::kernelRequests,
            signatures,
            consent,
            mac::start,
            collection,
            mac.log()));
  }
}
