package io.github.kextmanager.model;

/**
 * The Mac for which a kext is judged. It need not be at hand: one bundle can be right for one
 * release, chip or boot and wrong for another.
 *
 * <p>Immutable.
 *
 * @param release its release of macOS, which decides the rules
 * @param architecture what its kernel runs as
 * @param boot how it was started
 */
public record TargetMac(MacOsVersion release, Architecture architecture, BootMode boot) {

  /**
   * A Mac that was started as usual.
   *
   * @param release its release of macOS
   * @param architecture what its kernel runs as
   * @return the Mac
   */
  public static TargetMac of(MacOsVersion release, Architecture architecture) {
    return new TargetMac(release, architecture, BootMode.NORMAL);
  }

  /**
   * The grammar in which its release reads versions.
   *
   * @return the grammar
   */
  public VersionGrammar versions() {
    return VersionGrammar.of(release);
  }
}
