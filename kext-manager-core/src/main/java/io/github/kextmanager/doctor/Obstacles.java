package io.github.kextmanager.doctor;

import io.github.kextmanager.verdict.Actor;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that stands against a load, in the order in which a load meets it. */
final class Obstacles {
  private final List<Check> checks;
  private final Help help;

  /**
   * The obstacles of one kext.
   *
   * @param checks all checks, in any order
   * @param help what helps
   */
  Obstacles(List<Check> checks, Help help) {
    this.checks = checks;
    this.help = help;
  }

  /** Of some of the checks: after the first, those for which something more is to be done. */
  List<Obstacle> of(List<Check> failed) {
    List<Obstacle> all = new ArrayList<>();
    List<Remedy> given = new ArrayList<>();
    for (Check check : failed) {
      Optional<Obstacle> further =
          help.against(check)
              .filter(obstacle -> !isPartOf(obstacle, all))
              .map(this::thatHelps)
              .map(obstacle -> obstacle.without(given))
              .filter(obstacle -> all.isEmpty() || !obstacle.remedies().isEmpty());
      further.map(Obstacle::remedies).ifPresent(given::addAll);
      further.ifPresent(all::add);
    }
    return all;
  }

  /**
   * An approval has it asked for, and the restart is part of that; what is not there needs none.
   */
  private static boolean isPartOf(Obstacle obstacle, List<Obstacle> before) {
    return before.stream()
        .anyMatch(
            each ->
                each.topic() == Topic.PRESENT
                    || each.topic() == Topic.READABLE
                    || (obstacle.reason() == Reason.REBOOT_REQUIRED
                        && each.reason() == Reason.NOT_APPROVED));
  }

  /**
   * Nobody is sent to recoveryOS for an approval where the boot policy lets users manage kexts, nor
   * twice where it is an obstacle by itself.
   */
  private Obstacle thatHelps(Obstacle obstacle) {
    boolean isSettled =
        checks.stream()
            .filter(check -> check.topic() == Topic.BOOT_POLICY)
            .anyMatch(check -> check.result() == Check.Result.PASSED || check.isFailed());
    return obstacle.reason() == Reason.NOT_APPROVED && isSettled
        ? obstacle.without(
            obstacle.remedies().stream()
                .filter(remedy -> remedy.actor() == Actor.RECOVERY)
                .toList())
        : obstacle;
  }
}
