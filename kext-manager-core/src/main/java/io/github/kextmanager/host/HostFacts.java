package io.github.kextmanager.host;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * What is known of a Mac at one moment.
 *
 * @param release the release of macOS
 * @param build its build
 * @param darwin the version of its kernel, such as {@code 23.4.0}
 * @param chip the processor
 * @param translation whether this process runs under Rosetta, which no kext can
 * @param machine whether it is a virtual machine
 * @param boot how it was started
 * @param bootSession this start of it
 * @param bootArguments the boot arguments, word by word
 * @param integrity System Integrity Protection
 * @param bootPolicy what the owner of a Mac with Apple silicon allows
 * @param userConsent whether kexts need the approval of a person at all, from 10.13
 * @param policy who allowed which kexts
 * @param enrolment whether it is managed (MDM), from 10.13
 * @param profiles what the installed configuration profiles say of kexts, from 10.13
 * @param developerMode whether kexts without a good signature are let in by the boot argument
 *     {@code kext-dev-mode=1}, on 10.10 alone. What later releases call developer mode, of {@code
 *     spctl}, {@code systemextensionsctl} and {@code DevToolsSecurity}, changes nothing for kexts
 * @param collections the kernel collections on the disk, from macOS 11, as seen on the Mac
 * @param auxiliaryCollection the collection of others' kexts that the kernel runs with
 * @param root how to become root
 */
public record HostFacts(
    HostFact<MacOsVersion> release,
    HostFact<String> build,
    HostFact<String> darwin,
    HostFact<Chip> chip,
    HostFact<Translation> translation,
    HostFact<Machine> machine,
    HostFact<BootMode> boot,
    HostFact<UUID> bootSession,
    HostFact<List<String>> bootArguments,
    HostFact<SystemIntegrity> integrity,
    HostFact<BootPolicy> bootPolicy,
    HostFact<Setting> userConsent,
    HostFact<KextPolicy> policy,
    HostFact<MdmEnrolment> enrolment,
    HostFact<InstalledProfiles> profiles,
    HostFact<Setting> developerMode,
    HostFact<List<Path>> collections,
    HostFact<UUID> auxiliaryCollection,
    HostFact<RootAccess> root) {

  /**
   * Facts that cannot be true together, each as it was told.
   *
   * @param said what contradicts what, as a sentence
   * @param first how the one was learnt
   * @param second how the other was learnt
   */
  public record Contradiction(String said, String first, String second) {}

  /**
   * Facts that cannot be true together. None of them is preferred: whoever judges decides which to
   * believe.
   *
   * @return the contradictions
   */
  public List<Contradiction> contradictions() {
    return Contradictions.in(this);
  }

  /** A processor. */
  public enum Chip {
    /** One of Intel's. */
    INTEL,
    /** One of Apple's. */
    APPLE_SILICON
  }

  /** Whether this process is translated. */
  public enum Translation {
    /** It runs as it was built. */
    NATIVE,
    /** It was built for Intel and runs on Apple silicon. */
    ROSETTA
  }

  /** What a Mac is. */
  public enum Machine {
    /** Hardware. */
    PHYSICAL,
    /** A guest of another system. */
    VIRTUAL
  }
}
