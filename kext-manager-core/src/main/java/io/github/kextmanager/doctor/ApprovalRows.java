package io.github.kextmanager.doctor;

import io.github.kextmanager.host.KextPolicy;
import io.github.kextmanager.host.KextPolicy.Decision;
import io.github.kextmanager.host.KextPolicy.Managed;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    return managed(Permission.ALLOWED).findFirst().map(ApprovalRows::text);
  }

  private Stream<Managed> managed(Permission permission) {
    return policy.managed().stream().filter(row -> row.permission() == permission && concerns(row));
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
    return KextPolicy.together(persons())
        .filter(permission::equals)
        .map(all -> text(persons().get(0)));
  }

  /**
   * Rows that contradict each other: those of persons, those of MDM, or where MDM forbids what a
   * person allowed. That MDM allows what no person has is none.
   */
  List<String> contradictions() {
    List<Decision> persons = persons();
    Optional<Permission> together = KextPolicy.together(persons);
    boolean isForbidden = managed(Permission.NOT_ALLOWED).findAny().isPresent();
    boolean isAllowedByMdm = managed(Permission.ALLOWED).findAny().isPresent();
    boolean isAllowedByPerson = together.filter(Permission.ALLOWED::equals).isPresent();
    boolean differsAmongPersons = together.filter(Permission.CONTRADICTED::equals).isPresent();
    if (!differsAmongPersons && !(isForbidden && (isAllowedByMdm || isAllowedByPerson))) {
      return List.of();
    }
    return Stream.concat(
            persons.stream().map(ApprovalRows::text),
            Stream.of(Permission.NOT_ALLOWED, Permission.ALLOWED)
                .flatMap(this::managed)
                .map(ApprovalRows::text))
        .toList();
  }

  /** Approvals given to other teams than the one that signed it, which do not count. */
  List<String> ofOtherTeams() {
    return policy.decisionsOn(identifier).stream()
        .filter(row -> team.isPresent() && isOfOtherTeam(row))
        .map(ApprovalRows::text)
        .toList();
  }

  /** Whether macOS minds that a row names no team is not known: it is not held against the kext. */
  private boolean isOfOtherTeam(Decision row) {
    return row.team().isPresent() && !row.team().equals(team);
  }

  private List<Decision> persons() {
    List<Decision> onKext =
        policy.decisionsOn(identifier).stream()
            .filter(row -> team.isEmpty() || !isOfOtherTeam(row))
            .toList();
    return onKext.isEmpty() ? onTeam() : onKext;
  }

  private List<Decision> onTeam() {
    return policy.decisions().stream()
        .filter(row -> row.identifier().value().isEmpty() && row.team().isPresent())
        .filter(row -> row.team().equals(team))
        .toList();
  }

  private static String text(Decision row) {
    return "kext_policy: team %s, kext %s, %s"
        .formatted(
            row.team().orElse("(none)"),
            row.identifier().value().isEmpty() ? "(all)" : row.identifier().value(),
            word(row.permission()));
  }

  private static String text(Managed row) {
    return "kext_policy_mdm: team %s, kext %s, %s, profile %s"
        .formatted(
            row.team().orElse("(none)"),
            row.identifier().map(BundleIdentifier::value).orElse("(all)"),
            word(row.permission()),
            row.payload().orElse("(not named)"));
  }

  private static String word(Permission permission) {
    return switch (permission) {
      case ALLOWED -> "allowed";
      case NOT_ALLOWED -> "not allowed";
      case UNREADABLE, CONTRADICTED -> "unreadable";
    };
  }
}
