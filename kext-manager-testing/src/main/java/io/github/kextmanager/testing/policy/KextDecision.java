package io.github.kextmanager.testing.policy;

import java.time.Instant;

/**
 * What was decided about one kext: a row of the table {@code kext_policy} of the KextPolicy
 * database.
 *
 * @param team {@code team_id}; empty if nobody's, or not known
 * @param identifier {@code bundle_id}
 * @param answer what {@code allowed} follows from
 * @param developer {@code developer_name}
 * @param flags {@code flags}, whose meaning nobody knows: seen are 1, 0 for a kext that nobody has
 *     signed, and 8 on Macs that were upgraded
 * @param askedAt when the person at the Mac was asked last
 */
public record KextDecision(
    String team, String identifier, Answer answer, String developer, int flags, Instant askedAt) {

  /** What somebody said. */
  public enum Answer {
    /** It may be loaded. */
    ALLOWED,
    /** Nothing yet. */
    WAITING,
    /** It may not be loaded. */
    DENIED
  }

  /**
   * The column {@code allowed}.
   *
   * @return 1 or 0
   */
  public int allowed() {
    return answer == Answer.ALLOWED ? 1 : 0;
  }

  KextDecision with(Answer other) {
    return new KextDecision(team, identifier, other, developer, flags, askedAt);
  }
}
