package io.github.kextmanager.host;

import io.github.kextmanager.host.HostFacts.Chip;
import io.github.kextmanager.host.HostFacts.Contradiction;
import io.github.kextmanager.host.HostFacts.Translation;
import io.github.kextmanager.host.MdmEnrolment.Standing;
import io.github.kextmanager.model.MacOsVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What programs of one Mac tell that cannot be true together. */
final class Contradictions {
  private Contradictions() {}

  static List<Contradiction> in(HostFacts facts) {
    return Stream.of(release(facts), build(facts), translation(facts), management(facts))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A kernel may be older than the files around it only until the restart of an upgrade. */
  private static Optional<Contradiction> release(HostFacts facts) {
    Optional<MacOsVersion> release = facts.release().value();
    Optional<String> darwin = facts.darwin().value();
    return release.isPresent()
            && darwin.isPresent()
            && !RealRelease.fits(release.get(), darwin.get())
        ? Optional.of(
            new Contradiction(
                "The release is %s, and the kernel is that of another: Darwin %s."
                    .formatted(release.get(), darwin.get()),
                facts.release().asked(),
                facts.darwin().asked()))
        : Optional.empty();
  }

  /** The first number of a build is that of its kernel: 23E214 of Darwin 23.4.0. */
  private static Optional<Contradiction> build(HostFacts facts) {
    Optional<String> ofBuild = facts.build().value().map(build -> build.replaceFirst("\\D.*", ""));
    Optional<String> ofKernel = facts.darwin().value().map(it -> it.replaceFirst("\\D.*", ""));
    return ofBuild.isPresent() && ofKernel.isPresent() && !ofBuild.equals(ofKernel)
        ? Optional.of(
            new Contradiction(
                "The build is %s, and the kernel is Darwin %s."
                    .formatted(facts.build().value().get(), facts.darwin().value().get()),
                facts.build().asked(),
                facts.darwin().asked()))
        : Optional.empty();
  }

  private static Optional<Contradiction> translation(HostFacts facts) {
    boolean isTranslated =
        facts.translation().value().filter(Translation.ROSETTA::equals).isPresent();
    boolean isIntel = facts.chip().value().filter(Chip.INTEL::equals).isPresent();
    return isTranslated && isIntel
        ? Optional.of(
            new Contradiction(
                "This process is translated by Rosetta, on a release that runs on Intel alone.",
                facts.translation().asked(),
                facts.chip().asked()))
        : Optional.empty();
  }

  private static Optional<Contradiction> management(HostFacts facts) {
    Optional<MdmEnrolment> enrolment = facts.enrolment().value();
    Optional<InstalledProfiles> profiles = facts.profiles().value();
    if (enrolment.isEmpty() || profiles.isEmpty()) {
      return Optional.empty();
    }
    boolean isEnrolled = enrolment.get().standing() != Standing.NOT_ENROLLED;
    boolean hasProfile = profiles.get().management() == Setting.ENABLED;
    return isEnrolled == hasProfile
        ? Optional.empty()
        : Optional.of(
            new Contradiction(
                isEnrolled
                    ? "The Mac is enrolled with MDM, and no profile is installed that enrols it."
                    : "The Mac is not enrolled with MDM, and a profile is installed that enrols"
                        + " it.",
                facts.enrolment().asked(),
                facts.profiles().asked()));
  }
}
