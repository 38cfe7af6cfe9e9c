package io.github.kextmanager.model;

/** The tools of macOS that the library runs or whose answers it reads. */
public enum ToolName {
  /** {@code /sbin/kextload}. */
  KEXTLOAD("/sbin/kextload"),
  /** {@code /sbin/kextunload}. */
  KEXTUNLOAD("/sbin/kextunload"),
  /** {@code /usr/sbin/kextstat}. */
  KEXTSTAT("/usr/sbin/kextstat"),
  /** {@code /usr/bin/kextutil}. */
  KEXTUTIL("/usr/bin/kextutil"),
  /** {@code /usr/sbin/kextcache}. */
  KEXTCACHE("/usr/sbin/kextcache"),
  /** {@code /usr/bin/kmutil}, from macOS 11. */
  KMUTIL("/usr/bin/kmutil"),
  /** {@code /usr/bin/sw_vers}. */
  SW_VERS("/usr/bin/sw_vers"),
  /** {@code /usr/bin/sudo}. */
  SUDO("/usr/bin/sudo");

  private final String path;

  ToolName(String path) {
    this.path = path;
  }

  /**
   * Where macOS keeps it.
   *
   * @return an absolute path as seen on the Mac
   */
  public String path() {
    return path;
  }
}
