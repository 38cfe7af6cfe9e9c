package io.github.kextmanager.doctor;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostFacts.Chip;
import io.github.kextmanager.host.HostFacts.Machine;
import java.util.List;

/** Whether the Mac is a guest on Apple silicon, where kexts of others are not supported. */
final class VirtualMachineCheck {
  private VirtualMachineCheck() {}

  static Check of(MacSeen mac) {
    HostFact<Machine> fact = mac.facts().machine();
    if (fact.value().isEmpty()) {
      return Check.notKnown(Topic.VIRTUAL_MACHINE, fact);
    }
    if (fact.value().get() == Machine.PHYSICAL) {
      return Check.passed(
          Topic.VIRTUAL_MACHINE, "The Mac is no guest of another system.", Ground.of(fact));
    }
    return mac.facts().chip().value().filter(Chip.APPLE_SILICON::equals).isPresent()
        ? Check.warned(
            Topic.VIRTUAL_MACHINE,
            "It is a guest on Apple silicon, where kexts of others are not supported.",
            List.of(Ground.of(fact)))
        : Check.passed(Topic.VIRTUAL_MACHINE, "It is a guest, on Intel.", Ground.of(fact));
  }
}
