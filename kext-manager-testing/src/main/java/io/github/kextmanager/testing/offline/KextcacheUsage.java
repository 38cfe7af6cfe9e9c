package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.program.OutputStreamText;

/**
 * How kextcache says that it is called (kext_tools, kextcache_main.c). What it says of each option
 * when it is asked for help is left out.
 *
 * @param name what it calls itself
 * @param release the release
 * @param stderr where it says so
 */
record KextcacheUsage(String name, MacOsVersion release, OutputStreamText stderr) {
  void brief() {
    forms();
    stderr.println("use %s -help for an explanation of each option".formatted(name));
  }

  void forms() {
    stderr.print(
        """
        usage: %1$s -prelinked-kernel <filename> [options] [--] [kext or directory]
               %1$s -system-prelinked-kernel
               %1$s [options] -prelinked-kernel
        """
            .formatted(name));
    if (release.isAtLeast(Releases.YOSEMITE)) {
      stderr.println("       %s -invalidate <volume> ".formatted(name));
    }
    stderr.println("       %s -update-volume <volume> [options]".formatted(name));
    stderr.println("       %s -system-caches [options]".formatted(name));
    stderr.println("");
  }
}
