package io.github.kextmanager.testing.system;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.policy.Firmware;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The variables of the kernel that sysctl(8) shows, as far as anybody asks for them who installs
 * kernel extensions. Which exist depends on release and processor: {@code hw.optional.arm64} and
 * {@code sysctl.proc_translated} on Apple silicon only (xnu, kern_mib.c).
 */
public final class SystemVariables {
  private static final MacOsVersion PRODUCT_VERSION = new MacOsVersion(10, 13, 4);

  private final KernelIdentity kernel;
  private final String build;
  private final Supplier<UUID> bootSession;
  private final Supplier<Start> start;
  private final Supplier<Firmware> firmware;
  private final Supplier<Optional<UUID>> auxiliaryCollection;

  /**
   * The variables of a Mac.
   *
   * @param kernel what its kernel says it is
   * @param build the build of its release
   * @param bootSession the boot session of now
   * @param start how it was started
   * @param firmware what it was started with
   * @param auxiliaryCollection the identity of the mapped collection of other people's kexts
   */
  public SystemVariables(
      KernelIdentity kernel,
      String build,
      Supplier<UUID> bootSession,
      Supplier<Start> start,
      Supplier<Firmware> firmware,
      Supplier<Optional<UUID>> auxiliaryCollection) {
    this.kernel = kernel;
    this.build = build;
    this.bootSession = bootSession;
    this.start = start;
    this.firmware = firmware;
    this.auxiliaryCollection = auxiliaryCollection;
  }

  /** All of now, in the order in which sysctl lists them. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("kern.ostype", KernelIdentity.TYPE);
    values.put("kern.osrelease", kernel.release());
    values.put("kern.version", kernel.version());
    values.put("kern.hostname", Uname.HOST);
    values.put("kern.osversion", build);
    values.put("kern.safeboot", start.get() == Start.SAFE ? "1" : "0");
    values.put("kern.bootargs", firmware.get().nvram().getOrDefault(Firmware.BOOT_ARGUMENTS, ""));
    values.put("kern.bootsessionuuid", text(bootSession.get()));
    if (isFrom(PRODUCT_VERSION)) {
      values.put("kern.osproductversion", productVersion());
    }
    if (isFrom(Releases.BIG_SUR)) {
      values.put("kern.osproductversioncompat", compatibleVersion());
      values.put("kern.hv_vmm_present", "0");
      auxiliaryCollection
          .get()
          .ifPresent(uuid -> values.put("kern.auxiliaryfilesetuuid", text(uuid)));
      values.put("hw.use_kernelmanagerd", "1");
    }
    values.put("hw.machine", kernel.machine());
    values.put("hw.model", kernel.isAppleSilicon() ? "Macmini9,1" : "Macmini7,1");
    if (kernel.isAppleSilicon()) {
      values.put("hw.optional.arm64", "1");
    } else if (kernel.platform().architecture().is64Bit()) {
      values.put("hw.optional.x86_64", "1");
    }
    values.put(
        "machdep.cpu.brand_string",
        kernel.isAppleSilicon() ? "Apple M1" : "Intel(R) Core(TM) i5-4278U CPU @ 2.60GHz");
    if (kernel.isAppleSilicon()) {
      values.put("sysctl.proc_translated", "0");
    }
    return values;
  }

  private static String text(UUID uuid) {
    return uuid.toString().toUpperCase(Locale.ROOT);
  }

  private String productVersion() {
    MacOsVersion release = kernel.system();
    boolean isShort = release.major() >= 11 && release.patch() == 0;
    return isShort ? release.major() + "." + release.minor() : release.toString();
  }

  /** What programs are told that were built before 11, and from 26 on before that. */
  private String compatibleVersion() {
    return isFrom(Releases.TAHOE) ? "16.0" : "10.16";
  }

  private boolean isFrom(MacOsVersion release) {
    return kernel.system().isAtLeast(release);
  }
}
