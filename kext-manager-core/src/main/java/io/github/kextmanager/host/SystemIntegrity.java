package io.github.kextmanager.host;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * System Integrity Protection as {@code csrutil status} tells it.
 *
 * @param status the whole
 * @param parts what is printed of its parts; a part that is not printed is not known, unless the
 *     whole is enabled or disabled
 */
public record SystemIntegrity(Status status, Map<Part, Setting> parts) {
  /** What {@code csrutil disable} switches off (xnu, bsd/sys/csr.h, CSR_DISABLE_FLAGS). */
  private static final Set<Part> WITH_THE_WHOLE =
      Set.of(
          Part.KEXT_SIGNING,
          Part.FILESYSTEM_PROTECTIONS,
          Part.DEBUGGING_RESTRICTIONS,
          Part.DTRACE_RESTRICTIONS,
          Part.NVRAM_PROTECTIONS);

  private static final Optional<Setting> OFF = Optional.of(Setting.DISABLED);

  /** Takes an unmodifiable copy of the map. */
  public SystemIntegrity {
    parts = Map.copyOf(parts);
  }

  /** The whole of it. */
  public enum Status {
    /** Everything is protected. */
    ENABLED,
    /** Nothing is protected. */
    DISABLED,
    /** Some parts are switched off. */
    CUSTOM
  }

  /** A part, under the name that csrutil prints; later releases print more of them. */
  public enum Part {
    /** Whether this Mac is one of Apple's own. Not a protection. */
    APPLE_INTERNAL("Apple Internal"),
    /** Kexts must be signed. */
    KEXT_SIGNING("Kext Signing"),
    /** Files of the system cannot be changed. */
    FILESYSTEM_PROTECTIONS("Filesystem Protections"),
    /** Processes of the system cannot be debugged. */
    DEBUGGING_RESTRICTIONS("Debugging Restrictions"),
    /** DTrace sees no processes of the system. */
    DTRACE_RESTRICTIONS("DTrace Restrictions"),
    /** Certain variables of the firmware cannot be changed. */
    NVRAM_PROTECTIONS("NVRAM Protections"),
    /** The system that installs is verified. */
    BASE_SYSTEM_VERIFICATION("BaseSystem Verification"),
    /** Certain boot arguments are ignored. */
    BOOT_ARG_RESTRICTIONS("Boot-arg Restrictions"),
    /** The memory of the kernel is protected by the chip. */
    KERNEL_INTEGRITY_PROTECTIONS("Kernel Integrity Protections"),
    /** The system volume must be sealed. */
    AUTHENTICATED_ROOT_REQUIREMENT("Authenticated Root Requirement");

    private final String label;

    Part(String label) {
      this.label = label;
    }

    /**
     * The name in csrutil's list.
     *
     * @return the name
     */
    public String label() {
      return label;
    }
  }

  /**
   * Whether a part is in force.
   *
   * @param part the part
   * @return empty if that is not known
   */
  public Optional<Setting> of(Part part) {
    return switch (status) {
      case ENABLED -> Optional.of(part == Part.APPLE_INTERNAL ? Setting.DISABLED : Setting.ENABLED);
      case DISABLED -> Optional.ofNullable(parts.get(part)).or(() -> whenOff(part));
      case CUSTOM -> Optional.ofNullable(parts.get(part));
    };
  }

  /** {@code csrutil disable} does not make a Mac one of Apple's own (xnu, csr.h). */
  private static Optional<Setting> whenOff(Part part) {
    return part == Part.APPLE_INTERNAL ? Optional.empty() : Optional.of(Setting.DISABLED);
  }

  /**
   * Reads what {@code csrutil status} printed.
   *
   * @param text its standard output
   * @return the status, or empty if that is not it, or contradicts itself
   */
  static Optional<SystemIntegrity> read(String text) {
    Set<Status> statuses = EnumSet.noneOf(Status.class);
    Map<Part, Setting> parts = new EnumMap<>(Part.class);
    boolean isContrary = false;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("System Integrity Protection status:")) {
        status(line).ifPresent(statuses::add);
      }
      for (Part part : Part.values()) {
        Optional<Setting> setting = setting(line, part.label());
        if (setting.isPresent()) {
          Setting before = parts.put(part, setting.get());
          isContrary |= before != null && before != setting.get();
        }
      }
    }
    if (statuses.size() != 1 || isContrary) {
      return Optional.empty();
    }
    return Optional.of(new SystemIntegrity(statuses.iterator().next(), parts))
        .filter(SystemIntegrity::isConsistent);
  }

  /** Whether no part says otherwise than the whole. */
  private boolean isConsistent() {
    return switch (status) {
      case ENABLED -> parts.entrySet().stream().allMatch(SystemIntegrity::mayBeOfEnabled);
      case DISABLED -> WITH_THE_WHOLE.stream().allMatch(part -> of(part).equals(OFF));
      case CUSTOM -> true;
    };
  }

  private static boolean mayBeOfEnabled(Map.Entry<Part, Setting> part) {
    return part.getKey() == Part.APPLE_INTERNAL || part.getValue() == Setting.ENABLED;
  }

  private static Optional<Status> status(String line) {
    if (line.contains("(Custom Configuration)")) {
      return Optional.of(Status.CUSTOM);
    }
    if (line.endsWith(": enabled.")) {
      return Optional.of(Status.ENABLED);
    }
    return line.endsWith(": disabled.") ? Optional.of(Status.DISABLED) : Optional.empty();
  }

  private static Optional<Setting> setting(String line, String label) {
    if (line.equals(label + ": enabled")) {
      return Optional.of(Setting.ENABLED);
    }
    return line.equals(label + ": disabled") ? Optional.of(Setting.DISABLED) : Optional.empty();
  }
}
