package io.github.kextmanager.operation;

import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.host.BootPolicy;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostProbe;
import io.github.kextmanager.lifecycle.ChangeReport;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferred;
import io.github.kextmanager.lifecycle.LoadOutcome.Refused;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a load that waits for an approval from one that no approval can help. {@code kmutil} ends
 * both with 27, "user approval required" (kmutil(8)); on a Mac with Apple silicon the boot policy
 * tells them apart. It is asked when the first kext needs it, and once: a Mac that runs cannot be
 * made to let kexts in (bputil(1)).
 *
 * <p>For one operation on one thread.
 */
final class BootPolicyWitness {
  private final Mac mac;
  private final List<Evidence> lines = new ArrayList<>();
  private @Nullable HostFact<BootPolicy> policy;

  BootPolicyWitness(Mac mac) {
    this.mac = mac;
  }

  /** The same outcome, unless the policy lets no kext in: that is no waiting, but a refusal. */
  LoadOutcome on(LoadOutcome outcome, Look before, MacOsVersion release, Commands commands) {
    return release.isAtLeast(MacOsVersion.BIG_SUR)
            && outcome instanceof Deferred deferred
            && deferred.until() == Deferral.APPROVAL
            && forbidsKexts(release, commands)
        ? refused(deferred, before)
        : outcome;
  }

  /** Nobody is to approve what was refused: what the tool said of approving stays as evidence. */
  private LoadOutcome refused(Deferred deferred, Look before) {
    ChangeReport report = deferred.report();
    Verdict said = report.verdict();
    List<Evidence> both = Stream.concat(lines.stream(), said.evidence().stream()).toList();
    return new Refused(
        deferred.identifier(),
        Reason.SECURE_BOOT_POLICY,
        before.snapshot().find(deferred.identifier()),
        report.with(said.withCategory(Reason.SECURE_BOOT_POLICY.category()).withEvidence(both)));
  }

  /** The load has been tried: an interrupt may keep the policy back, and not the outcome. */
  private boolean forbidsKexts(MacOsVersion release, Commands commands) {
    try {
      return policy(release, commands).value().filter(BootPolicy::forbidsKexts).isPresent();
    } catch (CommandInterruptedException interrupted) {
      return false;
    }
  }

  private HostFact<BootPolicy> policy(MacOsVersion release, Commands commands) {
    if (policy == null) {
      policy =
          new HostProbe(
                  command -> run(command, commands),
                  mac.root(),
                  mac.host().privilege(commands),
                  mac.deadlines().look())
              .bootPolicy(release);
    }
    return policy;
  }

  private CommandResult run(CommandLine command, Commands commands) {
    CommandResult result = commands.runAsCaller(command);
    int number = 0;
    for (String line : result.stdout().text().lines().toList()) {
      number++;
      if (BootPolicy.isToldBy(line)) {
        lines.add(new Evidence(Evidence.Source.BOOT_POLICY, number, line));
      }
    }
    return result;
  }
}
