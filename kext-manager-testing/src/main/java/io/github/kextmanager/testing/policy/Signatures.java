package io.github.kextmanager.testing.policy;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.Releases;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What the signature of a kext counts for (kext_tools, security.c): nothing up to 10.8, in {@code
 * /Library/Extensions} alone on 10.9, everywhere from 10.10.
 */
public final class Signatures {
  /** The boot argument that lets badly signed kexts in on 10.10. */
  public static final String DEVELOPER_MODE = "kext-dev-mode=1";

  private static final Path LOCAL = Path.of("/Library/Extensions");

  private final MacOsVersion release;
  private final Supplier<Enforcement> enforcement;

  /** Whether bad signatures are refused, from 10.10. */
  public enum Enforcement {
    /** They are. */
    ON,
    /** {@code kext-dev-mode=1} on 10.10, or integrity protection that lets untrusted kexts in. */
    OFF
  }

  /**
   * The rule of a release.
   *
   * @param release the release
   * @param enforcement whether it is enforced, from 10.10
   */
  public Signatures(MacOsVersion release, Enforcement enforcement) {
    this(release, () -> enforcement);
  }

  private Signatures(MacOsVersion release, Supplier<Enforcement> enforcement) {
    this.release = release;
    this.enforcement = enforcement;
  }

  /**
   * The rule of a release, enforced as its firmware says.
   *
   * @param release the release
   * @param firmware what counts since the last start
   * @return the rule
   */
  public static Signatures under(MacOsVersion release, Supplier<Firmware> firmware) {
    return new Signatures(release, () -> enforcement(release, firmware.get()));
  }

  private static Enforcement enforcement(MacOsVersion release, Firmware firmware) {
    boolean off =
        release.isAtLeast(Releases.EL_CAPITAN)
            ? firmware.integrity().letsUntrustedKextsIn()
            : firmware.hasBootArgument(DEVELOPER_MODE);
    return off ? Enforcement.OFF : Enforcement.ON;
  }

  /**
   * Whether a kext may be loaded, as far as its signature is concerned.
   *
   * @param kext the kext
   * @return true if it is well signed, or that does not matter
   */
  public boolean accept(KextOnDisk kext) {
    if (!release.isAtLeast(Releases.MAVERICKS) || kext.seal().isForKexts()) {
      return true;
    }
    return release.isAtLeast(Releases.YOSEMITE) ? areIgnored() : !kext.path().startsWith(LOCAL);
  }

  /**
   * Whether untrusted kexts are let in on purpose.
   *
   * @return true if no signature is refused
   */
  public boolean areIgnored() {
    return enforcement.get() == Enforcement.OFF;
  }
}
