package io.github.kextmanager.doctor;

import io.github.kextmanager.host.KextPolicy;
import io.github.kextmanager.host.KextPolicy.Decision;
import io.github.kextmanager.host.KextPolicy.Managed;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.Optional;

/**
 * The rows of the approval database that concern one kext.
 *
 * @param policy all rows
 * @param identifier the kext
 * @param team its team, if its signature names one
 */
record ApprovalRows(KextPolicy policy, BundleIdentifier identifier, Optional<String> team) {
  private static final String LACKING = "kext_policy has no ";

  /** The row of MDM that allows it. */
  Optional<String> managed() {
    return policy.managed().stream()
        .filter(row -> row.permission() == Permission.ALLOWED && concerns(row))
        .findFirst()
        .map(
            row ->
                "kext_policy_mdm: team %s, kext %s, allowed, profile %s"
                    .formatted(
                        row.team().orElse("(none)"),
                        row.identifier().map(BundleIdentifier::value).orElse("(all)"),
                        row.payload().orElse("(not named)")));
  }

  private boolean concerns(Managed row) {
    return row.identifier()
        .map(kext -> kext.equals(identifier) && row.team().equals(team))
        .orElseGet(() -> row.team().isPresent() && row.team().equals(team));
  }

  /** Whether the decisions of persons could be read at all; macOS may change its tables. */
  boolean areReadable() {
    boolean isWhole = policy.unknown().stream().noneMatch(each -> each.startsWith(LACKING));
    return isWhole && person(Permission.UNREADABLE).isEmpty();
  }

  /** The row of a person about it; that about the kext counts more than that about its team. */
  Optional<String> person(Permission permission) {
    return policy
        .decisionOn(identifier)
        .or(this::onTeam)
        .filter(row -> row.permission() == permission)
        .map(
            row ->
                "kext_policy: team %s, kext %s, %s"
                    .formatted(
                        row.team().orElse("(none)"),
                        row.identifier().value().isEmpty() ? "(all)" : row.identifier().value(),
                        permission == Permission.ALLOWED ? "allowed" : "not allowed"));
  }

  private Optional<Decision> onTeam() {
    return policy.decisions().stream()
        .filter(row -> row.identifier().value().isEmpty() && row.team().isPresent())
        .filter(row -> row.team().equals(team))
        .findFirst();
  }
}
