package io.github.kextmanager.doctor;

import io.github.kextmanager.host.BootPolicy;
import io.github.kextmanager.host.InstalledProfiles;
import io.github.kextmanager.host.KextPolicy;
import io.github.kextmanager.host.MdmEnrolment;
import io.github.kextmanager.host.RootAccess;
import io.github.kextmanager.host.Setting;
import io.github.kextmanager.host.SystemIntegrity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a fact of a Mac is, in words for people. */
final class FactWords {
  private FactWords() {}

  static String of(Object fact) {
    if (fact instanceof BootPolicy policy) {
      return ofPolicy(policy);
    }
    if (fact instanceof SystemIntegrity integrity) {
      return ofIntegrity(integrity);
    }
    if (fact instanceof RootAccess access) {
      return ofAccess(access);
    }
    if (fact instanceof KextPolicy policy) {
      return ApprovalWords.of(policy);
    }
    if (fact instanceof MdmEnrolment enrolment) {
      return ApprovalWords.of(enrolment);
    }
    if (fact instanceof InstalledProfiles profiles) {
      return ApprovalWords.of(profiles);
    }
    if (fact instanceof Enum<?> word) {
      return words(word);
    }
    if (fact instanceof List<?> list) {
      return list.isEmpty()
          ? "none"
          : list.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
    return String.valueOf(fact);
  }

  private static String ofPolicy(BootPolicy policy) {
    String level = words(policy.secureBoot());
    return "%s%s Security; users may manage kexts: %s; MDM may: %s; MDM of automated enrolment may: %s"
        .formatted(
            level.substring(0, 1).toUpperCase(Locale.ROOT),
            level.substring(1),
            yesOrNo(policy.kernelExtensions()),
            yesOrNo(policy.mdm()),
            yesOrNo(policy.automatedMdm()));
  }

  static String yesOrNo(Optional<Setting> setting) {
    return setting.map(known -> known == Setting.ENABLED ? "yes" : "no").orElse("not told");
  }

  private static String ofIntegrity(SystemIntegrity integrity) {
    return words(integrity.status())
        + integrity.parts().entrySet().stream()
            .map(part -> "; %s: %s".formatted(part.getKey().label(), words(part.getValue())))
            .sorted()
            .collect(Collectors.joining());
  }

  private static String ofAccess(RootAccess access) {
    if (access instanceof RootAccess.AlreadyRoot) {
      return "this process is root";
    }
    if (access instanceof RootAccess.AnyCommand) {
      return "sudo runs any command without a password";
    }
    if (access instanceof RootAccess.SomeCommands some) {
      return "sudo runs without a password: " + String.join(", ", some.commands());
    }
    return String.join(" ", ((RootAccess.None) access).lines());
  }

  static String words(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
