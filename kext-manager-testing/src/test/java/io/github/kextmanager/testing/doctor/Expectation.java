package io.github.kextmanager.testing.doctor;

import static io.github.kextmanager.testing.doctor.Defect.AD_HOC;
import static io.github.kextmanager.testing.doctor.Defect.CERTIFIED;
import static io.github.kextmanager.testing.doctor.Defect.CERTIFIED_FOR_OTHERS;
import static io.github.kextmanager.testing.doctor.Defect.ELSEWHERE;
import static io.github.kextmanager.testing.doctor.Defect.EXCLUDED;
import static io.github.kextmanager.testing.doctor.Defect.EXCLUDED_OLDER;
import static io.github.kextmanager.testing.doctor.Defect.LOADED;
import static io.github.kextmanager.testing.doctor.Defect.MALFORMED;
import static io.github.kextmanager.testing.doctor.Defect.MISSING_LIBRARY;
import static io.github.kextmanager.testing.doctor.Defect.NOTHING;
import static io.github.kextmanager.testing.doctor.Defect.OTHER_CHIP;
import static io.github.kextmanager.testing.doctor.Defect.OTHER_VERSION_LOADED;
import static io.github.kextmanager.testing.doctor.Defect.SAFE_BOOT;
import static io.github.kextmanager.testing.doctor.Defect.TAMPERED;
import static io.github.kextmanager.testing.doctor.Defect.UNSIGNED;
import static io.github.kextmanager.testing.doctor.Defect.WRONG_MODE;
import static io.github.kextmanager.testing.doctor.Defect.WRONG_OWNER;
import static io.github.kextmanager.testing.doctor.Policy.INTEGRITY_OFF;
import static io.github.kextmanager.testing.doctor.Policy.KEXT_SIGNING_OFF;
import static io.github.kextmanager.testing.doctor.Policy.NO_CONSENT;
import static java.util.Objects.requireNonNull;

import io.github.kextmanager.testing.Chip;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must come out of a cell, by hand from the rules in TN2459, kext_tools (kextd_request.c,
 * security.c, staging.m) and kmutil(8), without any code that diagnoses.
 *
 * <p>{@code -} means that nothing stands against it, {@code LOADED} that it is loaded; everything
 * else is a reason.
 */
final class Expectation {
  static final String NOTHING_AGAINST_IT = "-";
  static final String IS_LOADED = "LOADED";

  private static final List<String> ERAS = List.of("10.6", "10.9", "10.13", "11", "11.1");

  /** What a defect is refused for on a Mac that allows the kext, from each release on. */
  private static final Map<Defect, List<String>> DEFECTS =
      Map.ofEntries(
          row(NOTHING, "-", "-", "-", "-", "-"),
          row(CERTIFIED, "-", "-", "-", "-", "-"),
          row(
              CERTIFIED_FOR_OTHERS,
              "-",
              "BAD_SIGNATURE",
              "BAD_SIGNATURE",
              "BAD_SIGNATURE",
              "BAD_SIGNATURE"),
          row(UNSIGNED, "-", "BAD_SIGNATURE", "BAD_SIGNATURE", "BAD_SIGNATURE", "BAD_SIGNATURE"),
          row(AD_HOC, "-", "BAD_SIGNATURE", "BAD_SIGNATURE", "BAD_SIGNATURE", "BAD_SIGNATURE"),
          row(TAMPERED, "-", "BAD_SIGNATURE", "BAD_SIGNATURE", "BAD_SIGNATURE", "BAD_SIGNATURE"),
          always(MALFORMED, "INVALID_BUNDLE"),
          always(MISSING_LIBRARY, "MISSING_DEPENDENCY"),
          always(OTHER_CHIP, "WRONG_ARCHITECTURE"),
          row(ELSEWHERE, "-", "-", "-", "INVALID_LOCATION", "-"),
          always(WRONG_OWNER, "BAD_OWNERSHIP"),
          always(WRONG_MODE, "BAD_OWNERSHIP"),
          row(EXCLUDED, "-", "EXCLUDED", "EXCLUDED", "EXCLUDED", "EXCLUDED"),
          row(EXCLUDED_OLDER, "-", "-", "-", "-", "-"),
          always(SAFE_BOOT, "SAFE_BOOT"),
          row(
              OTHER_VERSION_LOADED,
              "ALREADY_LOADED_DIFFERENT_VERSION",
              "ALREADY_LOADED_DIFFERENT_VERSION",
              "ALREADY_LOADED_DIFFERENT_VERSION",
              "REBOOT_REQUIRED",
              "REBOOT_REQUIRED"),
          always(LOADED, IS_LOADED));

  private static final Set<Defect> OF_SIGNATURE =
      Set.of(CERTIFIED_FOR_OTHERS, UNSIGNED, AD_HOC, TAMPERED);

  /** A restart ends what was loaded before it, and puts what is allowed into the collection. */
  private static final Set<Policy> WITH_RESTART =
      Set.of(INTEGRITY_OFF, KEXT_SIGNING_OFF, NO_CONSENT);

  /** These kexts were loaded once, so somebody has allowed them. */
  private static final Set<Defect> ONCE_LOADED = Set.of(LOADED, OTHER_VERSION_LOADED);

  /** Up to 10.15, kextd asks for consent before it looks at these. */
  private static final Set<Defect> AFTER_CONSENT =
      Set.of(MALFORMED, MISSING_LIBRARY, OTHER_CHIP, SAFE_BOOT);

  private Expectation() {}

  private static Map.Entry<Defect, List<String>> row(Defect defect, String... reasons) {
    return Map.entry(defect, List.of(reasons));
  }

  private static Map.Entry<Defect, List<String>> always(Defect defect, String reason) {
    return row(defect, reason, reason, reason, reason, reason);
  }

  static String of(Cell cell) {
    String defect = ofDefect(cell);
    String policy = ofPolicy(cell);
    if (policy.equals("SUDO_PASSWORD_REQUIRED") || defect.equals(NOTHING_AGAINST_IT)) {
      return policy.equals(NOTHING_AGAINST_IT) ? unlessRestart(cell) : policy;
    }
    if (defect.equals(IS_LOADED) || policy.equals(NOTHING_AGAINST_IT)) {
      return defect;
    }
    boolean policyIsFirst =
        cell.hasCollections()
            ? defect.equals("REBOOT_REQUIRED")
            : AFTER_CONSENT.contains(cell.defect());
    return policyIsFirst ? policy : defect;
  }

  private static String ofDefect(Cell cell) {
    boolean signaturesAreOff =
        cell.isAtLeast("10.11")
            && (cell.policy() == INTEGRITY_OFF || cell.policy() == KEXT_SIGNING_OFF);
    boolean isIgnored = signaturesAreOff && OF_SIGNATURE.contains(cell.defect());
    boolean isOver =
        ONCE_LOADED.contains(cell.defect())
            && (WITH_RESTART.contains(cell.policy()) || !wasEverLoaded(cell));
    int era = 0;
    while (era + 1 < ERAS.size() && cell.isAtLeast(ERAS.get(era + 1))) {
      era++;
    }
    return isIgnored || isOver
        ? NOTHING_AGAINST_IT
        : requireNonNull(DEFECTS.get(cell.defect())).get(era);
  }

  private static boolean wasEverLoaded(Cell cell) {
    return !ofPolicy(cell).equals("SECURE_BOOT_POLICY");
  }

  private static String ofPolicy(Cell cell) {
    boolean isArm = cell.chip() == Chip.APPLE_SILICON;
    return switch (cell.policy()) {
      case NO_ROOT -> "SUDO_PASSWORD_REQUIRED";
      case FULL_SECURITY, NOBODY_MAY -> isArm ? "SECURE_BOOT_POLICY" : NOTHING_AGAINST_IT;
      case NOBODY -> ofNobody(cell);
      case DENIED -> cell.isAtLeast("10.13") ? "NOT_APPROVED" : NOTHING_AGAINST_IT;
      case NO_CONSENT -> cell.hasCollections() ? ofNobody(cell) : NOTHING_AGAINST_IT;
      default -> NOTHING_AGAINST_IT;
    };
  }

  private static String ofNobody(Cell cell) {
    return cell.isAtLeast("10.13") && !ONCE_LOADED.contains(cell.defect())
        ? "NOT_APPROVED"
        : NOTHING_AGAINST_IT;
  }

  /** From macOS 11, what is allowed is started only after a restart. */
  private static String unlessRestart(Cell cell) {
    return cell.hasCollections() && !WITH_RESTART.contains(cell.policy())
        ? "REBOOT_REQUIRED"
        : NOTHING_AGAINST_IT;
  }
}
