package io.github.kextmanager.testing.panic;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** A Mac on which the driver Widget panics when it is started. */
final class Panics {
  private static final UUID SESSION = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:05.25Z");
  private static final long INTEL_ADDRESS = 0xffffff7f80a00000L;

  private Panics() {}

  static Panic on(String release, CpuType processor) {
    List<KextInfo> kexts =
        List.of(
            kext("com.apple.kpi.libkern", "19.6.0", 1, List.of(), true),
            kext("com.apple.iokit.IOPCIFamily", "2.9.0", 2, List.of(1), false),
            kext("com.apple.driver.AppleUSBHub", "1.2", 3, List.of(1), false),
            kext("com.example.Base", "1.0.0", 4, List.of(1), false),
            kext("com.example.driver.Widget", "1.2.0d3", 5, List.of(4, 1, 2), false));
    return new Panic(
        new Platform(MacOsVersion.parse(release), processor),
        "19H2",
        "19.6.0",
        SESSION,
        NOON.minus(Duration.ofHours(1)),
        NOON,
        kexts,
        Set.of("com.apple.iokit.IOPCIFamily"),
        Optional.of(
            new Panic.Stopped(
                kext("com.example.Old", "3", 0, List.of(), false), Duration.ofMinutes(1))),
        "kextd",
        "widget: no such \"port\"");
  }

  private static KextInfo kext(
      String identifier, String version, int tag, List<Integer> dependencies, boolean kernelPart) {
    return new KextInfo(
        Optional.of(identifier),
        Optional.of(version),
        OptionalInt.of(tag),
        OptionalInt.of(0),
        OptionalLong.of(INTEL_ADDRESS + tag * 0x2000L),
        OptionalInt.of(0x2000),
        OptionalInt.of(0x2000),
        Optional.of("x86_64"),
        Optional.of(new UUID(0, tag)),
        dependencies.stream().map(OptionalInt::of).toList(),
        kernelPart);
  }
}
