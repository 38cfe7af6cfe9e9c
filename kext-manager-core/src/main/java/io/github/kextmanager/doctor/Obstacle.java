package io.github.kextmanager.doctor;

import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Remedy;
import java.util.List;

/**
 * Something that stops a kext from being loaded, and who must do what about it.
 *
 * @param topic which check failed
 * @param reason for what a load is refused or put off
 * @param culprits the libraries that are at fault; none if it is the kext itself or the Mac
 * @param meaning why, in one sentence for people
 * @param remedies what helps, in the order of who can act; where libraries are at fault, with them
 */
public record Obstacle(
    Topic topic, Reason reason, List<Culprit> culprits, String meaning, List<Remedy> remedies) {
  /** Takes unmodifiable copies of the lists. */
  public Obstacle {
    culprits = List.copyOf(culprits);
    remedies = List.copyOf(remedies);
  }

  /** The same without what is to be done anyway. */
  Obstacle without(List<Remedy> others) {
    return new Obstacle(
        topic,
        reason,
        culprits,
        meaning,
        remedies.stream().filter(remedy -> !others.contains(remedy)).toList());
  }
}
