package io.github.kextmanager.host;

import static java.util.Locale.ROOT;

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
    return Stream.of(
            release(facts),
            build(facts),
            translation(facts),
            integrity(facts),
            management(facts),
            managedKexts(facts))
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

  /** What csrutil calls a custom configuration may be called either. */
  private static Optional<Contradiction> integrity(HostFacts facts) {
    Optional<SystemIntegrity.Status> running =
        facts.integrity().value().map(SystemIntegrity::status);
    Optional<Setting> ofPolicy = facts.bootPolicy().value().flatMap(BootPolicy::integrity);
    boolean isOnAndOff =
        running.filter(SystemIntegrity.Status.ENABLED::equals).isPresent()
            && ofPolicy.filter(Setting.DISABLED::equals).isPresent();
    boolean isOffAndOn =
        running.filter(SystemIntegrity.Status.DISABLED::equals).isPresent()
            && ofPolicy.filter(Setting.ENABLED::equals).isPresent();
    return isOnAndOff || isOffAndOn
        ? Optional.of(
            new Contradiction(
                isOnAndOff
                    ? "System Integrity Protection is enabled, and the boot policy has it disabled."
                    : "System Integrity Protection is disabled, and the boot policy has it"
                        + " enabled.",
                facts.integrity().asked(),
                facts.bootPolicy().asked()))
        : Optional.empty();
  }

  /** The rows name the payloads that they come from; those of no profile stayed behind. */
  private static Optional<Contradiction> managedKexts(HostFacts facts) {
    Optional<InstalledProfiles> profiles = facts.profiles().value();
    List<String> rows = facts.policy().value().map(Contradictions::payloads).orElse(List.of());
    if (profiles.isEmpty() || !profiles.get().unreadable().isEmpty()) {
      return Optional.empty();
    }
    List<String> installed =
        profiles.get().kexts().stream().map(each -> each.payload().toLowerCase(ROOT)).toList();
    return rows.stream()
        .filter(payload -> !installed.contains(payload.toLowerCase(ROOT)))
        .findFirst()
        .map(
            payload ->
                new Contradiction(
                    ("The database of approvals has a row of the profile payload %s, and no profile"
                            + " with that is installed.")
                        .formatted(payload),
                    facts.policy().asked(),
                    facts.profiles().asked()));
  }

  private static List<String> payloads(KextPolicy policy) {
    return policy.managed().stream()
        .map(KextPolicy.Managed::payload)
        .flatMap(Optional::stream)
        .toList();
  }
}
