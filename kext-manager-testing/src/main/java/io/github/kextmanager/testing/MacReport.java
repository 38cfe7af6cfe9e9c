package io.github.kextmanager.testing;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * What there is to say about a simulated Mac on disk at one moment.
 *
 * @param folder the folder in which it stands
 * @param release its release
 * @param build the build of its release
 * @param chip its processor
 * @param start how it was started
 * @param bootSession its boot session
 * @param approvedKexts the bundle identifiers that were allowed
 * @param approvedTeams the teams that were allowed
 * @param awaitingApproval the bundle identifiers that somebody was asked about and has not decided
 *     on
 * @param faults what is still to go wrong, in the words of {@link PlannedFault}
 * @param kernel what its kernel holds
 * @since 0.1.0
 */
public record MacReport(
    Path folder,
    MacOsVersion release,
    String build,
    Chip chip,
    BootMode start,
    UUID bootSession,
    List<String> approvedKexts,
    List<String> approvedTeams,
    List<String> awaitingApproval,
    List<String> faults,
    KextSnapshot kernel) {
  /** Takes unmodifiable copies of the lists. */
  public MacReport {
    approvedKexts = List.copyOf(approvedKexts);
    approvedTeams = List.copyOf(approvedTeams);
    awaitingApproval = List.copyOf(awaitingApproval);
    faults = List.copyOf(faults);
  }
}
