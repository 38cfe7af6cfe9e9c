package io.github.kextmanager.testing.policy;

import io.github.kextmanager.testing.policy.KextDecision.Answer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What persons have decided: the table {@code kext_policy} of the KextPolicy database, and the
 * teams that were allowed as a whole.
 */
final class KextDecisions {
  private static final String UNIDENTIFIED = "Unidentified - ";
  private static final int OF_NOBODY = 0;

  private final Map<String, KextDecision> rows = new LinkedHashMap<>();
  private final Set<String> teams = new LinkedHashSet<>();

  KextDecisions(PolicyState state) {
    teams.addAll(state.approvedTeams());
    state.decisions().forEach(each -> rows.put(each.identifier(), each));
  }

  /** Decides on a kext, whether anybody was asked or not. */
  void decide(String identifier, Answer answer, Instant now) {
    KextDecision row =
        rows.getOrDefault(
            identifier,
            new KextDecision(
                "",
                identifier,
                Answer.WAITING,
                unidentified(identifier.substring(identifier.lastIndexOf('.') + 1)),
                OF_NOBODY,
                now));
    rows.put(identifier, row.with(answer));
  }

  /** As seen on 15.7; the name of a real developer is in the certificate. */
  static String unidentified(String name) {
    return UNIDENTIFIED + name;
  }

  /** Puts a row at the end, which shows the order in which kexts came up. */
  void put(KextDecision row) {
    rows.remove(row.identifier());
    rows.put(row.identifier(), row);
  }

  /** Allows a team, and every kext that is known to be of it. */
  void approveTeam(String team) {
    teams.add(team);
    decideOnTeam(team, Answer.ALLOWED);
  }

  /** Takes the permission of a team back, and that of every kext that is known to be of it. */
  void denyTeam(String team) {
    teams.remove(team);
    decideOnTeam(team, Answer.DENIED);
  }

  private void decideOnTeam(String team, Answer answer) {
    rows.replaceAll((identifier, row) -> row.team().equals(team) ? row.with(answer) : row);
  }

  void forget() {
    rows.clear();
    teams.clear();
  }

  /** What was decided on a kext; nothing yet if it has no row. */
  Answer answer(String identifier) {
    KextDecision row = rows.get(identifier);
    return row == null ? Answer.WAITING : row.answer();
  }

  /** Whether the kexts of a team are allowed as a whole. */
  boolean allowTeam(String team) {
    return teams.contains(team);
  }

  List<KextDecision> rows() {
    return List.copyOf(rows.values());
  }

  List<String> teams() {
    return List.copyOf(teams);
  }
}
