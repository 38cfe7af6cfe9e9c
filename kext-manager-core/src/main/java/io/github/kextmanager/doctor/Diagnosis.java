package io.github.kextmanager.doctor;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Remedy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a kext stands on a Mac, before anybody tries to load it.
 *
 * @param identifier its identifier, if anything tells it
 * @param bundle the bundle that macOS would take, as seen on the Mac
 * @param standing what would become of a load now
 * @param obstacles what stands against a load, in the order in which a load meets it, each with
 *     what helps; of those after the first, the ones for which something more is to be done. Of a
 *     kext that is loaded, what would stand against it if it were loaded anew
 * @param checks everything that was looked at, the worst first
 * @param versions where it is, in which versions
 */
public record Diagnosis(
    Optional<BundleIdentifier> identifier,
    Optional<Path> bundle,
    Standing standing,
    List<Obstacle> obstacles,
    List<Check> checks,
    KextVersions versions) {
  /** Takes unmodifiable copies of the lists. */
  public Diagnosis {
    obstacles = List.copyOf(obstacles);
    checks = List.copyOf(checks);
  }

  /** What would become of a load now. */
  public enum Standing {
    /**
     * It is loaded, as it lies on the disk: by its version, and by its UUID where the table of
     * loaded kexts shows one, which the check of {@link Topic#LOADED_VERSION} says.
     */
    LOADED,
    /** It would be refused or put off, for one reason. */
    STOPPED,
    /** Nothing that is known stands against it; what is not known may. */
    NOTHING_KNOWN_AGAINST_IT
  }

  /**
   * Why a load would be refused or put off.
   *
   * @return the reason of the first obstacle; empty if the kext is loaded or nothing is known to
   *     stand against it
   */
  public Optional<Reason> reason() {
    return standing == Standing.STOPPED
        ? obstacles.stream().findFirst().map(Obstacle::reason)
        : Optional.empty();
  }

  /**
   * What helps against the first obstacle.
   *
   * @return the remedies, in the order of who can act
   */
  public List<Remedy> remedies() {
    return obstacles.stream().findFirst().map(Obstacle::remedies).orElse(List.of());
  }

  /**
   * One of the checks.
   *
   * @param topic what it looked at
   * @return the check; empty if that was not looked at, such as the signature of a bundle that is
   *     not there
   */
  public Optional<Check> check(Topic topic) {
    return checks.stream().filter(check -> check.topic() == topic).findFirst();
  }
}
