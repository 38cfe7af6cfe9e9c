package io.github.kextmanager.doctor;

import io.github.kextmanager.classify.Classifier;
import io.github.kextmanager.classify.Transcript;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.RootAccess;
import io.github.kextmanager.tool.Toolset;
import io.github.kextmanager.verdict.Reason;
import java.util.List;

/** Whether a load could be asked for as root without a password. */
final class PrivilegeCheck {
  private PrivilegeCheck() {}

  static Check of(Patient patient, MacSeen mac) {
    HostFact<RootAccess> fact = mac.facts().root();
    if (fact.value().isEmpty()) {
      return Check.notKnown(Topic.PRIVILEGE, fact);
    }
    RootAccess access = fact.value().get();
    if (access instanceof RootAccess.AlreadyRoot) {
      return Check.passed(Topic.PRIVILEGE, "This process is root.", Ground.of(fact));
    }
    if (access instanceof RootAccess.AnyCommand) {
      return Check.passed(
          Topic.PRIVILEGE, "sudo allows every command without a password.", Ground.of(fact));
    }
    if (access instanceof RootAccess.SomeCommands some) {
      return some(some, fact, patient, mac);
    }
    List<String> lines = ((RootAccess.None) access).lines();
    Reason reason =
        new Classifier()
            .classify(Transcript.ofText(String.join("\n", lines)))
            .category()
            .reason()
            .filter(known -> known != Reason.UNKNOWN)
            .orElse(Reason.SUDO_DENIED);
    return Check.failed(
        Topic.PRIVILEGE,
        reason,
        "sudo gives this user no root without a password.",
        lines.stream().map(line -> Ground.of(fact.asked(), line)).toList());
  }

  private static Check some(
      RootAccess.SomeCommands some, HostFact<RootAccess> fact, Patient patient, MacSeen mac) {
    String tool = Toolset.of(mac.target().release()).load().name().path();
    List<Ground> grounds =
        some.commands().stream().map(command -> Ground.of(fact.asked(), command)).toList();
    // Without arguments in its rule, a command may have any.
    if (some.commands().contains(tool)
        || some.commands().stream().anyMatch(rules(patient, mac)::contains)) {
      return Check.passed(
          Topic.PRIVILEGE,
          "sudo allows this load without a password.",
          grounds.toArray(Ground[]::new));
    }
    return some.commands().stream().anyMatch(command -> command.startsWith(tool))
        ? Check.warned(
            Topic.PRIVILEGE,
            "sudo allows some command lines of %s without a password, but not this one."
                .formatted(tool),
            grounds)
        : Check.failed(
            Topic.PRIVILEGE,
            Reason.SUDO_PASSWORD_REQUIRED,
            "sudo does not allow %s without a password.".formatted(tool),
            grounds);
  }

  /** The command line of the load as it stands in a rule; none if it can stand in none. */
  private static List<String> rules(Patient patient, MacSeen mac) {
    try {
      return patient.bundle().stream()
          .map(kext -> new SudoersFragment(mac.target().release()).load(kext.path()))
          .toList();
    } catch (IllegalArgumentException withSpace) {
      return List.of();
    }
  }
}
