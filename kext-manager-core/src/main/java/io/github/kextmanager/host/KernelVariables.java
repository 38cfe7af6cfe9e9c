package io.github.kextmanager.host;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Variables of the kernel, all asked for with one {@code sysctl}. Which of them exist depends on
 * the kernel: {@code hw.optional.arm64} on Apple silicon alone (xnu, kern_mib.c). With {@code -i}
 * sysctl passes over those that do not, instead of failing at the first.
 *
 * @param asked the command
 * @param values what it printed, by name; or why it could not be asked
 */
record KernelVariables(String asked, HostFact<Map<String, String>> values) {
  static final String BOOT_SESSION = "kern.bootsessionuuid";
  static final String BOOT_ARGUMENTS = "kern.bootargs";
  static final String SAFE_BOOT = "kern.safeboot";
  static final String AUXILIARY_COLLECTION = "kern.auxiliaryfilesetuuid";
  static final String VIRTUAL_MACHINE = "kern.hv_vmm_present";
  static final String BUILD = "kern.osversion";
  static final String DARWIN = "kern.osrelease";
  static final String APPLE_SILICON = "hw.optional.arm64";
  static final String TRANSLATED = "sysctl.proc_translated";

  private static final String[] WORDS = {
    "-i",
    BUILD,
    DARWIN,
    BOOT_SESSION,
    BOOT_ARGUMENTS,
    SAFE_BOOT,
    AUXILIARY_COLLECTION,
    VIRTUAL_MACHINE,
    APPLE_SILICON,
    TRANSLATED
  };

  static KernelVariables ask(CommandRunner runner, Duration deadline) {
    var command = CommandLine.of(Path.of("/usr/sbin/sysctl"), WORDS).withTimeout(deadline);
    HostFact<CommandResult> answer = Answer.anyOf(runner, command);
    return new KernelVariables(
        answer.asked(),
        answer.read(
            result -> Optional.of(parse(result.stdout().text())).filter(map -> !map.isEmpty()),
            "sysctl printed no variable."));
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        values.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return values;
  }

  HostFact<String> of(String name) {
    return values.read(
        map -> Optional.ofNullable(map.get(name)), "This kernel has no " + name + ".");
  }

  /** A variable that is 1 or 0; one that this kernel does not have counts as 0. */
  HostFact<Boolean> isSet(String name) {
    if (values instanceof NotKnown<Map<String, String>> unknown) {
      return new NotKnown<>(unknown.because(), asked);
    }
    String value = values.value().orElse(Map.of()).getOrDefault(name, "0");
    return switch (value) {
      case "0" -> new Known<>(false, asked);
      case "1" -> new Known<>(true, asked);
      default -> new NotKnown<>("%s is neither 0 nor 1: %s".formatted(name, value), asked);
    };
  }
}
