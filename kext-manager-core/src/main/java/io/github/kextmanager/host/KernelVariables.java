package io.github.kextmanager.host;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables of the kernel, all asked for with one {@code sysctl}. Which of them exist depends on
 * the kernel: {@code hw.optional.arm64} on Apple silicon alone (xnu, kern_mib.c). With {@code -i}
 * sysctl passes over those that do not, instead of failing at the first.
 *
 * @param asked the command
 * @param values what it printed, by name, of which each should stand there once; or why it could
 *     not be asked
 */
record KernelVariables(String asked, HostFact<Map<String, List<String>>> values) {
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
            result -> Optional.of(parse(result.stdout().text())).filter(KernelVariables::isAnswer),
            "sysctl did not answer with variables of the kernel."));
  }

  /** One of them is there on every kernel: what else is not there is not there on this kernel. */
  private static boolean isAnswer(Map<String, List<String>> values) {
    return values.containsKey(DARWIN) || values.containsKey(BUILD);
  }

  private static Map<String, List<String>> parse(String text) {
    Map<String, List<String>> values = new HashMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(": ");
      String name = colon < 0 ? line.replaceFirst(":$", "") : line.substring(0, colon);
      if (Arrays.asList(WORDS).contains(name)) {
        List<String> all = values.computeIfAbsent(name, any -> new ArrayList<>());
        String value = colon < 0 ? "" : line.substring(colon + 2).strip();
        if (!all.contains(value)) {
          all.add(value);
        }
      }
    }
    return values;
  }

  HostFact<String> of(String name) {
    HostFact<List<String>> all =
        values.read(map -> Optional.ofNullable(map.get(name)), "This kernel has no " + name + ".");
    return all.read(
        told -> told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty(),
        "sysctl tells several values of %s: %s."
            .formatted(name, String.join(", ", all.value().orElse(List.of()))));
  }

  /** A variable that is 1 or 0; one that this kernel does not have counts as 0. */
  HostFact<Boolean> isSet(String name) {
    if (values instanceof NotKnown<Map<String, List<String>>> unknown) {
      return new NotKnown<>(unknown.because(), asked);
    }
    if (!values.value().orElse(Map.of()).containsKey(name)) {
      return new Known<>(false, asked);
    }
    HostFact<String> value = of(name);
    return value.read(
        told ->
            switch (told) {
              case "0" -> Optional.of(false);
              case "1" -> Optional.of(true);
              default -> Optional.empty();
            },
        "%s is neither 0 nor 1: %s".formatted(name, value.value().orElse("")));
  }
}
