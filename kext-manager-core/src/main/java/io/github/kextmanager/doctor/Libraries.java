package io.github.kextmanager.doctor;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.dependency.Resolved;
import io.github.kextmanager.doctor.LibraryRule.Finding;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.verdict.Reason;
import java.util.List;

/**
 * The bundles that a kext links against, of which a Mac asks much that it asks of the kext.
 *
 * <p>OSKextLoad has always asked for owners, modes and safe boot (IOKitUser, OSKext.c). kextd asks
 * for signatures from 10.11 and for all trust from 10.13 on (kextd_request.c of kext_tools-426 and
 * -502).
 */
final class Libraries {
  private static final List<LibraryRule> RULES =
      List.of(
          new LibraryRule(
              Topic.LIBRARIES_AUTHENTIC,
              Reason.MISSING_DEPENDENCY,
              mac -> true,
              Libraries::isOfOthers,
              List.of(new OwnershipCheck()),
              "A library that it links against has the wrong owners or modes."),
          new LibraryRule(
              Topic.LIBRARIES_SIGNED,
              Reason.MISSING_DEPENDENCY,
              mac -> mac.isAtLeast(MacSeen.EL_CAPITAN),
              Libraries::isOfOthers,
              List.of(new SignatureCheck(), new SealCheck()),
              "A library that it links against has a bad signature."),
          new LibraryRule(
              Topic.LIBRARIES_APPROVED,
              Reason.MISSING_DEPENDENCY,
              mac -> mac.isAtLeast(MacSeen.HIGH_SIERRA),
              Libraries::isOfOthers,
              List.of(new ApprovalCheck()),
              "A library that it links against is not allowed."),
          new LibraryRule(
              Topic.LIBRARIES_IN_SAFE_BOOT,
              Reason.SAFE_BOOT,
              Libraries::isInSafeBoot,
              (library, mac) -> true,
              List.of(new SafeBootCheck()),
              "The Mac was started in safe mode, and a library has no OSBundleRequired."));

  private final MacSeen mac;
  private final List<RepositoryKext> libraries;

  private Libraries(MacSeen mac, List<RepositoryKext> libraries) {
    this.mac = mac;
    this.libraries = libraries;
  }

  /**
   * Those of a kext as they lie on the disk, where kextd looks for them; none if one is missing.
   */
  static Libraries of(RepositoryKext kext, MacSeen mac) {
    return mac.repository().resolve(kext) instanceof Resolved resolved
        ? new Libraries(
            mac, resolved.loadOrder().stream().filter(each -> !each.equals(kext)).toList())
        : new Libraries(mac, List.of());
  }

  /** One check for each thing that this Mac asks of one of them. */
  List<Check> checks() {
    return RULES.stream().flatMap(rule -> rule.check(libraries, mac).stream()).toList();
  }

  /** What is wrong, and with which library. */
  List<Finding> faults(Topic topic) {
    return RULES.stream()
        .filter(rule -> rule.topic() == topic)
        .flatMap(rule -> rule.findings(libraries, mac).stream())
        .filter(finding -> finding.check().isFailed())
        .toList();
  }

  private static boolean isOfOthers(RepositoryKext library, MacSeen mac) {
    return !mac.isOfAppleAlone(library.path())
        && !(MacSeen.isOfMacOs(library) && library.identifier().value().startsWith("com.apple."));
  }

  private static boolean isInSafeBoot(MacSeen mac) {
    return !mac.hasCollections()
        && mac.facts().boot().value().filter(BootMode.SAFE::equals).isPresent();
  }
}
