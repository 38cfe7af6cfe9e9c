package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.model.MacOsVersion;

/** The releases with which something that the simulated Mac reproduces became another. */
public final class Releases {
  /** The first that is simulated: the tools as they are known since then. */
  public static final MacOsVersion SNOW_LEOPARD = new MacOsVersion(10, 6, 0);

  /** kextload can do without kextd; kextstat sorts. The last whose kernel may have 32 bits. */
  public static final MacOsVersion LION = new MacOsVersion(10, 7, 0);

  /** Every kernel has 64 bits. */
  public static final MacOsVersion MOUNTAIN_LION = new MacOsVersion(10, 8, 0);

  /** Signatures are looked at, and {@code /Library/Extensions} is a folder for kexts. */
  public static final MacOsVersion MAVERICKS = new MacOsVersion(10, 9, 0);

  /** Signatures must be valid wherever a kext lies. */
  public static final MacOsVersion YOSEMITE = new MacOsVersion(10, 10, 0);

  /** System integrity protection; UUIDs in the table. */
  public static final MacOsVersion EL_CAPITAN = new MacOsVersion(10, 11, 0);

  /** Consent, and copies in a protected place. */
  public static final MacOsVersion HIGH_SIERRA = new MacOsVersion(10, 13, 0);

  /** MDM can allow kexts. */
  public static final MacOsVersion MDM_PROFILES = new MacOsVersion(10, 13, 2);

  /** That MDM manages a Mac does not let every kext in any more. */
  public static final MacOsVersion MDM_NEEDS_PROFILES = new MacOsVersion(10, 13, 4);

  /** Longer versions. */
  public static final MacOsVersion MOJAVE = new MacOsVersion(10, 14, 0);

  /** A kext is known by its real path. */
  public static final MacOsVersion REAL_PATHS = new MacOsVersion(10, 14, 5);

  /** Driver extensions beside kexts; Apple's additions in a folder of their own. */
  public static final MacOsVersion CATALINA = new MacOsVersion(10, 15, 0);

  /** Services of Apple's kexts refuse to terminate. */
  public static final MacOsVersion PROTECTED_SERVICES = new MacOsVersion(10, 15, 4);

  /** Kernel collections and kmutil. */
  public static final MacOsVersion BIG_SUR = MacOsVersion.BIG_SUR;

  /** kmutil calls a kext a kext. */
  public static final MacOsVersion BIG_SUR_UPDATE = new MacOsVersion(11, 1, 0);

  /** kmutil names the domain of its errors. */
  public static final MacOsVersion ERROR_DOMAINS = new MacOsVersion(11, 3, 0);

  /** One more part of the kernel. */
  public static final MacOsVersion MONTEREY = new MacOsVersion(12, 0, 0);

  /** sw_vers aligns its values anew. */
  public static final MacOsVersion VENTURA = new MacOsVersion(13, 0, 0);

  /** Its first kernel is the one it is named after. */
  public static final MacOsVersion SONOMA = new MacOsVersion(14, 0, 0);

  /** kmutil speaks of System Settings. */
  public static final MacOsVersion SEQUOIA = new MacOsVersion(15, 0, 0);

  /** kmutil shows addresses to root alone. */
  public static final MacOsVersion TAHOE = new MacOsVersion(26, 0, 0);

  /** The first without Intel. */
  public static final MacOsVersion WITHOUT_INTEL = new MacOsVersion(27, 0, 0);

  private Releases() {}
}
