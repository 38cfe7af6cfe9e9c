package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.host.BootPolicy;
import io.github.kextmanager.host.BootPolicy.SecureBoot;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostFacts.Chip;
import io.github.kextmanager.host.Setting;
import io.github.kextmanager.verdict.Reason;
import java.util.List;
import java.util.Optional;

/** What the owner of a Mac with Apple silicon allows. */
final class BootPolicyCheck implements Examination {
  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    Optional<Chip> chip = mac.facts().chip().value();
    if (chip.filter(Chip.INTEL::equals).isPresent()) {
      return Check.passed(Topic.BOOT_POLICY, "A Mac with an Intel chip has none for kexts.");
    }
    HostFact<BootPolicy> fact = mac.facts().bootPolicy();
    if (chip.isEmpty() || fact.value().isEmpty()) {
      return Check.notKnown(Topic.BOOT_POLICY, fact);
    }
    if (MacSeen.isOfMacOs(kext)) {
      return Check.passed(Topic.BOOT_POLICY, "It is about kexts of others.", Ground.of(fact));
    }
    BootPolicy policy = fact.value().get();
    if (policy.secureBoot() == SecureBoot.FULL && mac.loaded(kext.identifier()).isPresent()) {
      return Check.warned(
          Topic.BOOT_POLICY,
          "Two answers contradict each other: it is loaded, and Full Security starts no kext of"
              + " others.",
          List.of(Ground.of(mac.loaded().asked(), "a row of it"), Ground.of(fact)));
    }
    if (policy.secureBoot() == SecureBoot.FULL) {
      return refused("Under Full Security this Mac starts no kext of others.", fact);
    }
    if (policy.kernelExtensions().filter(Setting.ENABLED::equals).isPresent()
        || policy.secureBoot() == SecureBoot.PERMISSIVE) {
      return Check.passed(Topic.BOOT_POLICY, "It lets users manage kexts.", Ground.of(fact));
    }
    if (policy.kernelExtensions().isEmpty()) {
      return Check.notKnown(
          Topic.BOOT_POLICY, "Whether it lets users manage kexts is not told.", Ground.of(fact));
    }
    return letsMdmDecide(mac)
        ? Check.warned(
            Topic.BOOT_POLICY, "It lets MDM alone manage kexts.", List.of(Ground.of(fact)))
        : refused("Reduced Security, but nobody may manage kexts.", fact);
  }

  private static Check refused(String said, HostFact<BootPolicy> fact) {
    return Check.failed(
        Topic.BOOT_POLICY, Reason.SECURE_BOOT_POLICY, said, List.of(Ground.of(fact)));
  }

  /** Whether a profile of MDM counts: on Intel always. */
  static boolean letsMdmDecide(MacSeen mac) {
    return mac.facts()
        .bootPolicy()
        .value()
        .map(
            policy ->
                policy.mdm().filter(Setting.ENABLED::equals).isPresent()
                    || policy.automatedMdm().filter(Setting.ENABLED::equals).isPresent())
        .orElse(true);
  }
}
