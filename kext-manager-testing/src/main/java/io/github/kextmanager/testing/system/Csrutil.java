package io.github.kextmanager.testing.system;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.policy.SystemIntegrity.Allowance;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import io.github.kextmanager.testing.program.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /usr/bin/csrutil}, from 10.11 on. It changes nothing outside recoveryOS. */
public final class Csrutil implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/bin/csrutil";

  /** What {@code csrutil disable} has left in one release or another. */
  private static final Set<Integer> DISABLED = Set.of(0x6f, 0x77, 0x7f);

  private static final int FAILURE = 1;

  private final Platform platform;
  private final Supplier<SystemIntegrity> integrity;

  /**
   * The program.
   *
   * @param platform the release and the processor, which decide some wordings
   * @param integrity the protection that the Mac was started with
   */
  public Csrutil(Platform platform, Supplier<SystemIntegrity> integrity) {
    this.platform = platform;
    this.integrity = integrity;
  }

  @Override
  public int run(Invocation invocation) {
    List<String> words = invocation.arguments();
    String verb = words.isEmpty() ? "" : words.get(0);
    return switch (verb) {
      case "status" -> status(invocation.stdout());
      case "authenticated-root" -> authenticatedRoot(words, invocation);
      case "enable", "disable", "clear" -> refuse(invocation);
      default -> usage(invocation);
    };
  }

  private int status(OutputStreamText stdout) {
    SystemIntegrity protection = integrity.get();
    if (protection.bits() == 0) {
      stdout.println("System Integrity Protection status: enabled.");
    } else if (DISABLED.contains(protection.bits())) {
      stdout.println("System Integrity Protection status: disabled.");
    } else {
      String word = isFrom(Releases.BIG_SUR) ? "unknown" : "enabled";
      stdout.println(
          "System Integrity Protection status: %s (Custom Configuration).".formatted(word));
      stdout.println("");
      stdout.println("Configuration:");
      settings(protection)
          .forEach((name, state) -> stdout.println("\t%s: %s".formatted(name, state)));
      stdout.println("");
      stdout.println(
          "This is an unsupported configuration, likely to break in the future and leave your"
              + " machine in an unknown state.");
    }
    return 0;
  }

  private Map<String, String> settings(SystemIntegrity protection) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(
        "Apple Internal", protection.allows(Allowance.APPLE_INTERNAL) ? "enabled" : "disabled");
    settings.put("Kext Signing", state(protection, Allowance.UNTRUSTED_KEXTS));
    settings.put("Filesystem Protections", state(protection, Allowance.UNRESTRICTED_FILESYSTEM));
    settings.put("Debugging Restrictions", state(protection, Allowance.TASK_FOR_PID));
    settings.put("DTrace Restrictions", state(protection, Allowance.UNRESTRICTED_DTRACE));
    settings.put("NVRAM Protections", state(protection, Allowance.UNRESTRICTED_NVRAM));
    if (isFrom(Releases.HIGH_SIERRA)) {
      settings.put("BaseSystem Verification", state(protection, Allowance.ANY_RECOVERY_OS));
    }
    if (platform.architecture().equals(CpuType.ARM64E)) {
      // Which switches stand behind the first two is not known.
      settings.put("Boot-arg Restrictions", state(protection, Allowance.UNRESTRICTED_NVRAM));
      settings.put("Kernel Integrity Protections", state(protection, Allowance.KERNEL_DEBUGGER));
      settings.put(
          "Authenticated Root Requirement", state(protection, Allowance.UNAUTHENTICATED_ROOT));
    }
    return settings;
  }

  private static String state(SystemIntegrity protection, Allowance without) {
    return protection.allows(without) ? "disabled" : "enabled";
  }

  private int authenticatedRoot(List<String> words, Invocation invocation) {
    if (!isFrom(Releases.BIG_SUR) || words.size() != 2) {
      return usage(invocation);
    }
    if (!words.get(1).equals("status")) {
      return refuse(invocation);
    }
    invocation
        .stdout()
        .println(
            "Authenticated Root status: " + state(integrity.get(), Allowance.UNAUTHENTICATED_ROOT));
    return 0;
  }

  private int refuse(Invocation invocation) {
    invocation
        .stderr()
        .println(
            isFrom(Releases.BIG_SUR)
                ? "csrutil: This tool needs to be executed from Recovery OS."
                : "csrutil: failed to modify system integrity configuration."
                    + " This tool needs to be executed from the Recovery OS.");
    return FAILURE;
  }

  private static int usage(Invocation invocation) {
    List.of(
            "usage: csrutil <command>",
            "Modify the System Integrity Protection configuration."
                + " All configuration changes apply to the entire machine.",
            "Available commands:",
            "",
            "    clear",
            "        Clear the existing configuration. Only available in Recovery OS.",
            "    disable",
            "        Disable the protection on the machine. Only available in Recovery OS.",
            "    enable",
            "        Enable the protection on the machine. Only available in Recovery OS.",
            "    status",
            "        Display the current configuration.")
        .forEach(invocation.stdout()::println);
    return FAILURE;
  }

  private boolean isFrom(MacOsVersion release) {
    return platform.release().isAtLeast(release);
  }
}
