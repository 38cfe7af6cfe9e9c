package io.github.kextmanager.testing.policy;

import java.util.List;

/**
 * What was allowed, as plain data.
 *
 * @param approvedKexts bundle identifiers
 * @param approvedTeams team identifiers
 * @param waiting bundle identifiers, in the order in which they came up
 */
public record PolicyState(
    List<String> approvedKexts, List<String> approvedTeams, List<String> waiting) {
  /** Nobody has decided on anything. */
  public static final PolicyState EMPTY = new PolicyState(List.of(), List.of(), List.of());

  /** Takes unmodifiable copies of the lists. */
  public PolicyState {
    approvedKexts = List.copyOf(approvedKexts);
    approvedTeams = List.copyOf(approvedTeams);
    waiting = List.copyOf(waiting);
  }
}
