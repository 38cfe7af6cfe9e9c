package io.github.kextmanager.operation;

import io.github.kextmanager.host.BootPolicy;
import io.github.kextmanager.host.BootPolicy.SecureBoot;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.Setting;
import io.github.kextmanager.lifecycle.WaitEvent;
import java.util.Optional;

/** What no approval can overcome: a boot policy, which only its owner changes in recoveryOS. */
final class BootPolicyHope {
  private BootPolicyHope() {}

  /** Why waiting for an approval cannot help, if that is known. */
  static Optional<WaitEvent> against(HostFact<BootPolicy> policy) {
    return policy
        .value()
        .filter(BootPolicyHope::forbidsKexts)
        .map(
            known ->
                new WaitEvent.Hopeless(
                    "The boot policy of this Mac (%s) lets no kexts of others in, whatever is approved."
                        .formatted(known.secureBoot())));
  }

  private static boolean forbidsKexts(BootPolicy policy) {
    return policy.secureBoot() == SecureBoot.FULL
        || policy.kernelExtensions().filter(Setting.DISABLED::equals).isPresent();
  }
}
