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
  /** {@code /usr/sbin/kextfind}. */
  KEXTFIND("/usr/sbin/kextfind"),
  /** {@code /usr/sbin/kextlibs}. */
  KEXTLIBS("/usr/sbin/kextlibs"),
  /** {@code /usr/bin/csrutil}, from OS X 10.11. */
  CSRUTIL("/usr/bin/csrutil"),
  /** {@code /usr/sbin/spctl}. */
  SPCTL("/usr/sbin/spctl"),
  /** {@code /usr/bin/systemextensionsctl}, from macOS 10.15. */
  SYSTEMEXTENSIONSCTL("/usr/bin/systemextensionsctl"),
  /** {@code /usr/bin/codesign}. */
  CODESIGN("/usr/bin/codesign"),
  /** {@code /usr/bin/sqlite3}. */
  SQLITE3("/usr/bin/sqlite3"),
  /** {@code /usr/bin/bputil}, from macOS 11. */
  BPUTIL("/usr/bin/bputil"),
  /** {@code /usr/sbin/system_profiler}. */
  SYSTEM_PROFILER("/usr/sbin/system_profiler"),
  /** {@code /usr/sbin/nvram}. */
  NVRAM("/usr/sbin/nvram"),
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
