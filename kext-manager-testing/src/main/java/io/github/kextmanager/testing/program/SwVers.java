package io.github.kextmanager.testing.program;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;

/** {@code /usr/bin/sw_vers}. */
public final class SwVers implements Program {

  private final MacOsVersion release;
  private final String build;

  /**
   * The program of a release.
   *
   * @param release the release
   * @param build its build, such as {@code 19H2}
   */
  public SwVers(MacOsVersion release, String build) {
    this.release = release;
    this.build = build;
  }

  @Override
  public int run(Invocation invocation) {
    OutputStreamText stdout = invocation.stdout();
    if (invocation.arguments().isEmpty()) {
      // From 13 on the values are aligned with ProductVersionExtra, which only few have.
      String tabs = release.isAtLeast(Releases.VENTURA) ? "\t\t" : "\t";
      stdout.println("ProductName:" + tabs + product());
      stdout.println("ProductVersion:" + tabs + version());
      stdout.println("BuildVersion:" + tabs + build);
      return ExitStatus.OK;
    }
    for (String argument : invocation.arguments()) {
      switch (argument) {
        case "-productName", "--productName" -> stdout.println(product());
        case "-productVersion", "--productVersion" -> stdout.println(version());
        case "-buildVersion", "--buildVersion" -> stdout.println(build);
        default -> {
          invocation
              .stderr()
              .println("Usage: sw_vers [-productName|-productVersion|-buildVersion]");
          return 1;
        }
      }
    }
    return ExitStatus.OK;
  }

  private String product() {
    return release.isAtLeast(Releases.BIG_SUR) ? "macOS" : "Mac OS X";
  }

  private String version() {
    return release.major() >= 11 && release.minor() == 0 && release.patch() == 0
        ? release.major() + ".0"
        : release.toString();
  }
}
