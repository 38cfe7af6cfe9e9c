package io.github.kextmanager.testing;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The kexts that every simulated Mac has: the parts of the kernel to link against, and a few
 * families that other people's drivers need. The versions of the families are those of about 10.15,
 * on every release.
 */
final class AppleKexts {
  private static final Path FOLDER = Path.of("/System/Library/Extensions");
  private static final Path SYSTEM = FOLDER.resolve("System.kext");
  private static final List<String> KERNEL_PARTS =
      List.of("bsd", "dsep", "iokit", "libkern", "mach", "private", "unsupported");

  private AppleKexts() {}

  /** Everything that a release has on its disk. */
  static Stream<TestKext> all(MacOsVersion release) {
    return Stream.of(
            List.of(container(release)),
            kernelParts(release),
            familiesOnDemand(),
            familiesInUse(release).stream().map(TestKext::matchesHardware).toList())
        .flatMap(List::stream);
  }

  /** The parts of the kernel, in the order of their load tags. */
  static List<TestKext> kernelParts(MacOsVersion release) {
    List<String> names = new ArrayList<>(KERNEL_PARTS);
    if (release.isAtLeast(Releases.MOJAVE)) {
      names.add(names.indexOf("libkern"), "kasan");
    }
    if (release.isAtLeast(Releases.MONTEREY)) {
      names.add(names.indexOf("libkern"), "kcov");
    }
    String version = DarwinVersion.of(release);
    Stream<TestKext> parts = names.stream().map(name -> kernelPart(name, version));
    // From 11 on they all have the UUID of the kernel.
    return release.isAtLeast(Releases.BIG_SUR)
        ? parts.map(part -> part.uuid(kernelUuid(version))).toList()
        : parts.toList();
  }

  private static UUID kernelUuid(String version) {
    return UUID.nameUUIDFromBytes(("Darwin " + version).getBytes(StandardCharsets.UTF_8));
  }

  private static TestKext kernelPart(String name, String version) {
    return TestKext.named("com.apple.kpi." + name)
        .without("OSBundleLibraries")
        .version(version)
        .compatibleFrom("8.0.0")
        .property("OSKernelResource", true)
        .at(kernelPartPath(name + ".kext"))
        .flat();
  }

  static Path kernelPartPath(String bundleName) {
    return SYSTEM.resolve("PlugIns").resolve(bundleName);
  }

  /** The kext that contains the parts of the kernel and has no code itself. */
  static TestKext container(MacOsVersion release) {
    return TestKext.named("com.apple.kernel")
        .codeless()
        .version(DarwinVersion.of(release))
        .at(SYSTEM)
        .flat();
  }

  /** The families whose hardware every Mac has. */
  static List<TestKext> familiesInUse(MacOsVersion release) {
    String usb = release.isAtLeast(Releases.EL_CAPITAN) ? "IOUSBHostFamily" : "IOUSBFamily";
    return List.of(
        family("com.apple.iokit.IOPCIFamily", "2.9"),
        family("com.apple.iokit.IOStorageFamily", "2.1"),
        family("com.apple.iokit.IOHIDFamily", "2.0.0"),
        family("com.apple.iokit." + usb, "1.2"),
        family("com.apple.iokit.IONetworkingFamily", "3.4"));
  }

  /** The families that are loaded when another kext needs them. */
  static List<TestKext> familiesOnDemand() {
    return List.of(family("com.apple.iokit.IOAudioFamily", "300.2"));
  }

  private static TestKext family(String identifier, String version) {
    TestKext family =
        TestKext.named(identifier)
            .version(version)
            .compatibleFrom("1.0.0")
            .needing("com.apple.kpi.bsd", "8.0.0")
            .needing("com.apple.kpi.iokit", "8.0.0")
            .needing("com.apple.kpi.mach", "8.0.0");
    return family.at(FOLDER.resolve(family.path().getFileName())).flat();
  }
}
