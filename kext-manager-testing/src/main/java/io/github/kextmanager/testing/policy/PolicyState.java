package io.github.kextmanager.testing.policy;

import io.github.kextmanager.testing.policy.KextDecision.Answer;
import io.github.kextmanager.testing.policy.Management.Enrolment;
import java.util.List;

/**
 * What was allowed and what was asked for, as plain data.
 *
 * @param decisions about single kexts
 * @param approvedTeams teams whose kexts may be loaded
 * @param enrolment how the Mac belongs to an organisation
 * @param profiles what MDM has installed
 * @param history what somebody wanted to load
 */
public record PolicyState(
    List<KextDecision> decisions,
    List<String> approvedTeams,
    Enrolment enrolment,
    List<KextPolicyProfile> profiles,
    List<LoadRecord> history) {
  /** Nobody has decided on anything. */
  public static final PolicyState EMPTY =
      new PolicyState(List.of(), List.of(), Enrolment.NONE, List.of(), List.of());

  /** Takes unmodifiable copies of the lists. */
  public PolicyState {
    decisions = List.copyOf(decisions);
    approvedTeams = List.copyOf(approvedTeams);
    profiles = List.copyOf(profiles);
    history = List.copyOf(history);
  }

  /**
   * The kexts that were allowed by themselves.
   *
   * @return their bundle identifiers
   */
  public List<String> approvedKexts() {
    return identifiers(Answer.ALLOWED);
  }

  private List<String> identifiers(Answer answer) {
    return decisions.stream()
        .filter(decision -> decision.answer() == answer)
        .map(KextDecision::identifier)
        .toList();
  }
}
