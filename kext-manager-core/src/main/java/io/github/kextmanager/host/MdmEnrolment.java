package io.github.kextmanager.host;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a Mac is managed, as {@code profiles status -type enrollment} tells from macOS 10.13.4
 * on, without any privilege:
 *
 * <pre>
 * Enrolled via DEP: No
 * MDM enrollment: Yes (User Approved)
 * </pre>
 *
 * <p>Later releases add a line with the server, which is not kept. The forms are those that
 * munkireport's mdm_status, the macOS Security Compliance Project and fleet read.
 *
 * @param standing whether and how it is enrolled
 * @param automated whether it was enrolled by its buyer, without a choice for its user
 */
public record MdmEnrolment(Standing standing, Optional<Setting> automated) {
  /** From 10.13.0 to 10.13.3 there is one sentence or the other. */
  static final String INSTALLED = "An enrollment profile is currently installed on this system";

  /** Said also where a profile of MDM was installed by hand: it speaks of the buyer's alone. */
  static final String NOT_INSTALLED = "There is no enrollment profile installed on this system";

  private static final String AUTOMATED = "enrolled via dep:";
  private static final String MDM = "mdm enrollment:";

  /** Whether and how a Mac is enrolled. */
  public enum Standing {
    /** It is not. */
    NOT_ENROLLED,
    /** It is, and no user has approved of that: such a management may not allow kexts. */
    NOT_APPROVED,
    /** It is, and a user has approved of that, or its buyer enrolled it. */
    USER_APPROVED,
    /** It is; whether a user has approved of that is not told, before 10.13.4. */
    APPROVAL_NOT_TOLD
  }

  /** Reads what was printed; empty if it says nothing of the kind, or two things. */
  static Optional<MdmEnrolment> read(String text) {
    if (text.contains(INSTALLED)) {
      return Optional.of(new MdmEnrolment(Standing.APPROVAL_NOT_TOLD, Optional.empty()));
    }
    List<String> mdm = values(text, MDM);
    List<String> automated = values(text, AUTOMATED);
    if (mdm.size() != 1 || automated.size() > 1) {
      return Optional.empty();
    }
    return standing(mdm.get(0))
        .map(
            standing ->
                new MdmEnrolment(
                    standing, automated.stream().findFirst().flatMap(MdmEnrolment::setting)));
  }

  private static List<String> values(String text, String label) {
    return text.lines()
        .map(line -> line.strip().toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith(label))
        .map(line -> line.substring(label.length()).strip())
        .distinct()
        .toList();
  }

  private static Optional<Standing> standing(String value) {
    return switch (value) {
      case "no" -> Optional.of(Standing.NOT_ENROLLED);
      case "yes" -> Optional.of(Standing.NOT_APPROVED);
      case "yes (user approved)" -> Optional.of(Standing.USER_APPROVED);
      default -> Optional.empty();
    };
  }

  private static Optional<Setting> setting(String value) {
    return switch (value) {
      case "no" -> Optional.of(Setting.DISABLED);
      case "yes" -> Optional.of(Setting.ENABLED);
      default -> Optional.empty();
    };
  }
}
