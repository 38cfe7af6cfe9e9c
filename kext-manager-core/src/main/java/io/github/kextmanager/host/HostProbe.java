package io.github.kextmanager.host;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import io.github.kextmanager.host.HostFacts.Chip;
import io.github.kextmanager.host.HostFacts.Machine;
import io.github.kextmanager.host.HostFacts.Translation;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks a Mac what it is, each program once, and changes nothing. Nothing of what fails is hidden:
 * it is a fact that is not known.
 *
 * <p>Immutable and thread-safe, as far as its runner is.
 */
public final class HostProbe {
  private static final MacOsVersion YOSEMITE = MacOsVersion.parse("10.10");
  private static final MacOsVersion EL_CAPITAN = MacOsVersion.parse("10.11");
  private static final MacOsVersion HIGH_SIERRA = MacOsVersion.parse("10.13");

  private final CommandRunner runner;
  private final Path root;
  private final Privilege privilege;
  private final Duration deadline;

  /**
   * A probe.
   *
   * @param runner runs the programs of the Mac
   * @param root the folder below which its files are
   * @param privilege how to become root, which the database of approvals needs
   * @param deadline how long each program may take
   */
  public HostProbe(CommandRunner runner, Path root, Privilege privilege, Duration deadline) {
    this.runner = runner;
    this.root = root;
    this.privilege = privilege;
    this.deadline = deadline;
  }

  /**
   * Asks for everything. Takes about ten processes.
   *
   * @return the facts
   * @throws io.github.kextmanager.command.CommandInterruptedException if the thread is interrupted
   */
  public HostFacts ask() {
    KernelVariables kernel = KernelVariables.ask(runner, deadline);
    HostFact<MacOsVersion> release = release(kernel);
    HostFact<Chip> chip = chip(release, kernel);
    HostFact<List<String>> bootArguments =
        kernel
            .of(KernelVariables.BOOT_ARGUMENTS)
            .read(words -> Optional.of(words(words)), "There is no list.");
    var management = new ManagementProbe(runner, privilege, deadline);
    return new HostFacts(
        release,
        kernel.of(KernelVariables.BUILD),
        kernel.of(KernelVariables.DARWIN),
        chip,
        choose(kernel.isSet(KernelVariables.TRANSLATED), Translation.ROSETTA, Translation.NATIVE),
        choose(kernel.isSet(KernelVariables.VIRTUAL_MACHINE), Machine.VIRTUAL, Machine.PHYSICAL),
        choose(kernel.isSet(KernelVariables.SAFE_BOOT), BootMode.SAFE, BootMode.NORMAL),
        uuid(kernel.of(KernelVariables.BOOT_SESSION)),
        bootArguments,
        from(release, EL_CAPITAN, "System Integrity Protection", this::integrity),
        bootPolicyOf(chip),
        from(release, HIGH_SIERRA, "consent for kexts", this::userConsent),
        from(release, HIGH_SIERRA, "database of approvals", this::policy),
        from(release, HIGH_SIERRA, "enrolment that profiles tells", management::enrolment),
        from(release, HIGH_SIERRA, "profile about kexts", management::profiles),
        developerMode(release, bootArguments),
        from(release, MacOsVersion.BIG_SUR, "kernel collection", () -> CollectionFiles.below(root)),
        uuid(kernel.of(KernelVariables.AUXILIARY_COLLECTION)),
        RootAccessProbe.ask(runner, deadline));
  }

  /**
   * Asks for this start of the Mac alone, which takes one process.
   *
   * @return the facts
   * @throws io.github.kextmanager.command.CommandInterruptedException if the thread is interrupted
   */
  public Boot boot() {
    KernelVariables kernel = KernelVariables.ask(runner, deadline);
    return new Boot(
        uuid(kernel.of(KernelVariables.BOOT_SESSION)),
        choose(kernel.isSet(KernelVariables.SAFE_BOOT), BootMode.SAFE, BootMode.NORMAL),
        uuid(kernel.of(KernelVariables.AUXILIARY_COLLECTION)));
  }

  /**
   * Asks for the boot policy of a Mac with Apple silicon alone, and for the chip before it: what a
   * Mac with a T2 chip tells under the same name is about its firmware, not about kexts.
   *
   * @param release the release of macOS, which is known by now
   * @return the policy; not known on any other Mac
   */
  public HostFact<BootPolicy> bootPolicy(MacOsVersion release) {
    HostFact<MacOsVersion> known = new Known<>(release, "macOS " + release);
    return bootPolicyOf(chip(known, KernelVariables.ask(runner, deadline)));
  }

  /**
   * Asks who allowed which kexts alone, from macOS 10.13 on.
   *
   * @return the contents of the database
   */
  public HostFact<KextPolicy> policy() {
    return new KextPolicyProbe(runner, privilege, deadline, KextPolicyProbe.DATABASE).ask();
  }

  private HostFact<MacOsVersion> release(KernelVariables kernel) {
    HostFact<String> told = text("/usr/bin/sw_vers", "-productVersion");
    return RealRelease.isPretended(told.value().orElse(""))
        ? kernel
            .of(KernelVariables.DARWIN)
            .read(RealRelease::ofDarwin, "The version of the kernel belongs to no known release.")
        : told.read(RealRelease::parse, "sw_vers did not answer with a release.");
  }

  /** A process that is translated may be told that its processor is one of Intel's. */
  private static HostFact<Chip> chip(HostFact<MacOsVersion> release, KernelVariables kernel) {
    boolean tooOld =
        release.value().filter(known -> !known.isAtLeast(MacOsVersion.BIG_SUR)).isPresent();
    if (tooOld) {
      return new Known<>(Chip.INTEL, release.asked());
    }
    return isSet(kernel, KernelVariables.TRANSLATED)
        ? new Known<>(Chip.APPLE_SILICON, kernel.asked())
        : choose(kernel.isSet(KernelVariables.APPLE_SILICON), Chip.APPLE_SILICON, Chip.INTEL);
  }

  private static boolean isSet(KernelVariables kernel, String name) {
    return kernel.isSet(name).value().orElse(false);
  }

  private static <T> HostFact<T> choose(HostFact<Boolean> fact, T ifSet, T ifNot) {
    return fact.read(isSet -> Optional.of(isSet ? ifSet : ifNot), "It is not known.");
  }

  private HostFact<BootPolicy> bootPolicyOf(HostFact<Chip> chip) {
    if (chip.value().isEmpty()) {
      return new NotKnown<>("The chip is not known.", chip.asked());
    }
    if (chip.value().get() == Chip.INTEL) {
      return new NotKnown<>("A Mac with an Intel chip has no boot policy for kexts.", chip.asked());
    }
    HostFact<String> told = text("/usr/sbin/system_profiler", "-json", "SPiBridgeDataType");
    return told.read(BootPolicy::read, BootPolicy.whyNone(told.value().orElse("")));
  }

  private static HostFact<UUID> uuid(HostFact<String> text) {
    return text.read(
        value -> {
          try {
            return Optional.of(UUID.fromString(value));
          } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
          }
        },
        "It is no UUID.");
  }

  private static List<String> words(String text) {
    return List.of(text.split("\\s+")).stream().filter(word -> !word.isEmpty()).toList();
  }

  /** What came with a release is not asked for before it. */
  private static <T> HostFact<T> from(
      HostFact<MacOsVersion> release,
      MacOsVersion first,
      String what,
      Supplier<HostFact<T>> question) {
    if (release.value().filter(known -> !known.isAtLeast(first)).isPresent()) {
      return new NotKnown<>(
          "There is no %s before macOS %s.".formatted(what, first), release.asked());
    }
    return question.get();
  }

  private static HostFact<Setting> developerMode(
      HostFact<MacOsVersion> release, HostFact<List<String>> bootArguments) {
    if (release.value().filter(known -> known.isAtLeast(EL_CAPITAN)).isPresent()) {
      return new NotKnown<>(
          "There is none for kexts from macOS 10.11 on, where kext-dev-mode=1 is ignored: System"
              + " Integrity Protection took its place.",
          release.asked());
    }
    return from(
        release,
        YOSEMITE,
        "developer mode for kexts",
        () ->
            bootArguments.read(
                words ->
                    Optional.of(
                        words.contains("kext-dev-mode=1") ? Setting.ENABLED : Setting.DISABLED),
                "The boot arguments are not known."));
  }

  private HostFact<SystemIntegrity> integrity() {
    return text("/usr/bin/csrutil", "status")
        .read(
            SystemIntegrity::read,
            "csrutil did not answer with one status, or contradicts itself.");
  }

  private HostFact<Setting> userConsent() {
    return text("/usr/sbin/spctl", "kext-consent", "status")
        .read(HostProbe::consent, "spctl did not answer with a status.");
  }

  private static Optional<Setting> consent(String text) {
    return switch (text.strip()) {
      case "Kernel Extension User Consent: ENABLED" -> Optional.of(Setting.ENABLED);
      case "Kernel Extension User Consent: DISABLED" -> Optional.of(Setting.DISABLED);
      default -> Optional.empty();
    };
  }

  private HostFact<String> text(String program, String... arguments) {
    return Answer.textOf(runner, CommandLine.of(Path.of(program), arguments).withTimeout(deadline));
  }
}
