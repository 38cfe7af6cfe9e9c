package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.KextPolicy;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.host.Setting;
import io.github.kextmanager.host.SystemIntegrity;
import io.github.kextmanager.model.TeamIdentifier;
import io.github.kextmanager.validation.SignatureReader;
import io.github.kextmanager.verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether somebody has allowed a kext, from 10.13 on: a person, or MDM. */
final class ApprovalCheck implements Examination {
  /** The rows were read with sqlite3 from there; the statements are long and say no more. */
  private static final String DATABASE = "/private/var/db/SystemPolicyConfiguration/KextPolicy";

  @Override
  public Check of(RepositoryKext kext, MacSeen mac) {
    if (!mac.isAtLeast(MacSeen.HIGH_SIERRA)) {
      return Check.passed(Topic.APPROVED, "Kexts need no approval before macOS 10.13.");
    }
    if (MacSeen.isOfMacOs(kext)) {
      return Check.passed(
          Topic.APPROVED,
          "What comes with macOS needs no approval.",
          Ground.of(kext.path().toString(), "the place of the bundle"));
    }
    HostFact<Setting> consent = mac.facts().userConsent();
    if (!mac.hasCollections() && consent.value().filter(Setting.DISABLED::equals).isPresent()) {
      return Check.passed(
          Topic.APPROVED, "This Mac asks for no approval of kexts.", Ground.of(consent));
    }
    HostFact<KextPolicy> policy = mac.facts().policy();
    Optional<TeamIdentifier> team = new SignatureReader(mac.root()).read(kext.bundle()).team();
    var management = new ManagedKext(mac, kext.identifier(), team);
    if (management.isLetInByManagement() && management.management().isPresent()) {
      return Check.passed(
          Topic.APPROVED,
          "A Mac that is managed needs no approval up to 10.13.3.",
          management.management().get());
    }
    if (policy.value().isPresent()) {
      return judge(policy.value().get(), kext, team, management);
    }
    return management.allowing().isPresent() && BootPolicyCheck.letsMdmDecide(mac)
        ? Check.passed(Topic.APPROVED, "MDM allows it.", management.allowing().get())
        : Check.notKnown(Topic.APPROVED, policy);
  }

  private static Check judge(
      KextPolicy policy,
      RepositoryKext kext,
      Optional<TeamIdentifier> team,
      ManagedKext management) {
    MacSeen mac = management.mac();
    var rows = new ApprovalRows(policy, kext.identifier(), team.map(TeamIdentifier::value));
    if (!rows.contradictions().isEmpty()) {
      return Check.notKnown(
          Topic.APPROVED,
          "Rows of the database contradict each other.",
          grounds(rows.contradictions()));
    }
    Optional<String> managed = rows.managed();
    boolean isForMdm = BootPolicyCheck.letsMdmDecide(mac);
    if (managed.isPresent() && isForMdm) {
      return Check.passed(Topic.APPROVED, "MDM allows it.", Ground.of(DATABASE, managed.get()));
    }
    Optional<String> person = rows.person(Permission.ALLOWED);
    if (person.isPresent()) {
      return Check.passed(
          Topic.APPROVED, "A person has allowed it.", Ground.of(DATABASE, person.get()));
    }
    if (!rows.areReadable()) {
      return Check.notKnown(
          Topic.APPROVED,
          "The table of what persons have allowed is not one that is known.",
          grounds(policy.unknown()));
    }
    List<Ground> found = new ArrayList<>();
    found.add(Ground.of(DATABASE, rows.person(Permission.NOT_ALLOWED).orElse("no row for it")));
    found.addAll(List.of(grounds(rows.ofOtherTeams())));
    if (managed.isEmpty() && isForMdm && management.allowing().isPresent()) {
      found.add(management.allowing().get());
      return Check.notKnown(
          Topic.APPROVED,
          "Two answers contradict each other: a profile allows it, and the database has no row of"
              + " that.",
          found.toArray(Ground[]::new));
    }
    management.forbidding().ifPresent(found::add);
    return unlessLifted(mac, management)
        .map(because -> Check.notKnown(Topic.APPROVED, because, found.toArray(Ground[]::new)))
        .orElseGet(
            () -> Check.failed(Topic.APPROVED, Reason.NOT_APPROVED, refused(managed), found));
  }

  private static Ground[] grounds(List<String> rows) {
    return rows.stream().map(row -> Ground.of(DATABASE, row)).toArray(Ground[]::new);
  }

  private static String refused(Optional<String> managed) {
    return managed.isPresent()
        ? "MDM allows it, but the boot policy of this Mac does not let MDM decide on kexts."
        : "Nobody has allowed it.";
  }

  /** Why it may be let in without an approval. */
  private static Optional<String> unlessLifted(MacSeen mac, ManagedKext management) {
    if (management.isLetInByManagement() && !management.isKnownToBeUnmanaged()) {
      return Optional.of(
          "Nobody has allowed it. A Mac that is managed needs no approval up to 10.13.3; whether"
              + " this one is managed is not known.");
    }
    boolean off =
        mac.facts()
            .integrity()
            .value()
            .filter(known -> known.status() != SystemIntegrity.Status.ENABLED)
            .isPresent();
    return off
        ? Optional.of(
            "Nobody has allowed it. System Integrity Protection is not whole, and csrutil does not"
                + " show whether it still asks for approvals.")
        : Optional.empty();
  }
}
