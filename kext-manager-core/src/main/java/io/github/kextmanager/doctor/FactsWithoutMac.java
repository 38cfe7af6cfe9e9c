package io.github.kextmanager.doctor;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import io.github.kextmanager.host.HostFacts;
import io.github.kextmanager.host.HostFacts.Chip;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.TargetMac;

/** What is known of a Mac that is not there: what was said about it. */
final class FactsWithoutMac {
  private static final String GIVEN = "what was asked for";

  private FactsWithoutMac() {}

  static HostFacts of(TargetMac target) {
    boolean isArm =
        target.architecture().equals(Architecture.ARM64E)
            || target.architecture().equals(Architecture.ARM64);
    return new HostFacts(
        new Known<>(target.release(), GIVEN),
        unknown("/usr/sbin/sysctl"),
        unknown("/usr/sbin/sysctl"),
        new Known<>(isArm ? Chip.APPLE_SILICON : Chip.INTEL, GIVEN),
        unknown("/usr/sbin/sysctl"),
        unknown("/usr/sbin/sysctl"),
        target.boot() == BootMode.SAFE
            ? new Known<>(BootMode.SAFE, GIVEN)
            : unknown("/usr/sbin/sysctl"),
        unknown("/usr/sbin/sysctl"),
        unknown("/usr/sbin/sysctl"),
        unknown("/usr/bin/csrutil status"),
        unknown("/usr/sbin/system_profiler -json SPiBridgeDataType"),
        unknown("/usr/sbin/spctl kext-consent status"),
        unknown("the KextPolicy database"),
        unknown("/usr/bin/profiles status -type enrollment"),
        unknown("/usr/bin/profiles -C -o stdout-xml"),
        unknown("/usr/sbin/sysctl"),
        unknown("/Library/KernelCollections"),
        unknown("/usr/sbin/sysctl"),
        unknown("/usr/bin/sudo -n -l"));
  }

  static <T> HostFact<T> unknown(String asked) {
    return new NotKnown<>("That needs the Mac.", asked);
  }
}
