package io.github.kextmanager.macho;

/**
 * For which system, from which release on, code was built. The kext tools do not look at it.
 *
 * @param platform the system
 * @param minimum the oldest release
 * @param sdk the release of the development kit; 0.0 if none is told
 */
public record BuildVersion(Platform platform, Release minimum, Release sdk) {

  /**
   * A release as Mach-O files write it.
   *
   * @param major its first number
   * @param minor its second number
   * @param patch its third number
   */
  public record Release(int major, int minor, int patch) {

    /** Unpacks 16, 8 and 8 bits. */
    static Release unpack(int packed) {
      return new Release(packed >>> 16, packed >>> 8 & 0xff, packed & 0xff);
    }

    /** Returns it as Apple's tools print it, without a third number that is zero. */
    @Override
    public String toString() {
      return patch == 0 ? major + "." + minor : major + "." + minor + "." + patch;
    }
  }
}
