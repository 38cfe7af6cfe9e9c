package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.LoadedState;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.doctor.Diagnosis.Standing;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at everything about one kext, and comes to a conclusion. */
final class Examiner {
  private static final List<Examination> OF_A_BUNDLE =
      List.of(
          new ValidityCheck(),
          new OwnershipCheck(),
          new SignatureCheck(),
          new SealCheck(),
          new ArchitectureCheck(),
          new LibrariesExamination(),
          new LocationCheck(),
          new ApprovalCheck(),
          new BootPolicyCheck(),
          new SafeBootCheck(),
          new ExcludeListCheck(),
          new CollectionCheck(),
          new LoadedVersionCheck());

  private final MacSeen mac;

  Examiner(MacSeen mac) {
    this.mac = mac;
  }

  Diagnosis examine(Patient patient) {
    KextVersions versions =
        patient
            .identifier()
            .map(identifier -> VersionsInPlaces.of(identifier, patient.copies(), mac))
            .orElseGet(() -> new KextVersions(List.of(), List.of(), List.of()));
    List<Check> found = checks(patient, versions);
    boolean isLoaded = patient.bundle().filter(this::isLoaded).isPresent();
    List<Check> checks = isLoaded ? asItRuns(found) : found;
    checks.sort(Comparator.comparing(Check::result).thenComparing(Check::topic));
    List<Obstacle> obstacles =
        new Obstacles(found, new Help(mac, patient))
            .of(Precedence.failed(isLoaded ? ofBundle(found) : found, mac.target().release()));
    return new Diagnosis(
        patient.identifier(),
        patient.bundle().map(RepositoryKext::path).or(patient::asked),
        isLoaded
            ? Standing.LOADED
            : obstacles.isEmpty() ? Standing.NOTHING_KNOWN_AGAINST_IT : Standing.STOPPED,
        obstacles,
        checks,
        versions);
  }

  /** What stands against a load stops nothing that runs already, until it is loaded anew. */
  private List<Check> asItRuns(List<Check> checks) {
    String then =
        mac.hasCollections()
            ? "It runs, and would be refused when the collection is built again. "
            : "It runs, and would be refused if it were loaded again. ";
    return checks.stream()
        .map(
            check ->
                check.isFailed()
                    ? new Check(
                        check.topic(),
                        Check.Result.WARNED,
                        check.reason(),
                        (check.topic() == Topic.PRIVILEGE ? "" : then) + check.said(),
                        check.grounds())
                    : check)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Not what would keep this user from asking. */
  private static List<Check> ofBundle(List<Check> checks) {
    return checks.stream().filter(check -> check.topic() != Topic.PRIVILEGE).toList();
  }

  private List<Check> checks(Patient patient, KextVersions versions) {
    List<Check> checks = new ArrayList<>();
    checks.add(PresenceCheck.of(patient, mac));
    patient.refusal().map(ReadableCheck::of).ifPresent(checks::add);
    patient
        .bundle()
        .ifPresent(
            kext -> {
              checks.add(Check.passed(Topic.READABLE, "Its bundle can be opened."));
              OF_A_BUNDLE.forEach(examination -> checks.add(examination.of(kext, mac)));
              checks.addAll(Libraries.of(kext, mac).checks());
            });
    Optional<BundleIdentifier> identifier = patient.identifier();
    identifier.ifPresent(
        known -> {
          if (mac.hasCollections()) {
            checks.add(RestartCheck.of(known, Help.named(patient), mac));
          }
          checks.add(PanicCheck.of(known, mac));
          checks.add(StagedCheck.of(versions));
        });
    checks.add(KextSigningCheck.of(mac));
    checks.add(PrivilegeCheck.of(patient, mac));
    checks.add(RosettaCheck.of(mac));
    checks.add(VirtualMachineCheck.of(mac));
    return checks;
  }

  private boolean isLoaded(RepositoryKext kext) {
    return mac.loaded()
        .value()
        .filter(all -> LoadedVersionCheck.state(kext, mac, all) == LoadedState.LOADED)
        .isPresent();
  }
}
