package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.log.LogLevel;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.ToolLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file of the kernel that kextutil links against (kext_tools, kextutil_main.c: {@code
 * checkArgs}). From 10.8 on it reads one even if it does not need it.
 *
 * @param release the release, which decides where it is and what is said of it
 * @param disk the disk
 * @param invocation how the tool was called
 * @param log where it says what is wrong
 */
public record KernelFile(MacOsVersion release, Disk disk, Invocation invocation, ToolLog log) {
  private static final Path TOP = Path.of("/mach_kernel");
  private static final Path KERNELS = Path.of("/System/Library/Kernels");
  private static final String DEVELOPMENT = ".development";
  private static final Path APPLE_INTERNAL = Path.of("/AppleInternal");

  /**
   * Where the kernel of a release is.
   *
   * @param release the release
   * @return an absolute path of the Mac
   */
  public static Path usual(MacOsVersion release) {
    return release.isAtLeast(Releases.YOSEMITE) ? KERNELS.resolve("kernel") : TOP;
  }

  /** Looks at the file; a status. */
  int check(Optional<String> named, boolean loads) {
    if (named.isEmpty() && !release.isAtLeast(Releases.MOUNTAIN_LION)) {
      if (!loads) {
        warn("No kernel file specified; using running kernel for linking.");
      }
      return ExitStatus.OK;
    }
    Path file = named.map(invocation::absolute).orElseGet(this::usual);
    if (isFile(file)) {
      return ExitStatus.OK;
    }
    log.error(unreadable(file));
    return ExitStatus.OS_FILE;
  }

  private Path usual() {
    Path file = usual(release);
    if (release.isAtLeast(Releases.YOSEMITE)) {
      Path development = Path.of(file + DEVELOPMENT);
      file = disk.isFolder(APPLE_INTERNAL) && isFile(development) ? development : file;
      log.general(LogLevel.BASIC, "Defaulting to kernel file '%s'".formatted(file));
    } else if (!release.isAtLeast(Releases.MAVERICKS)) {
      warn("No kernel file specified, using '%s' ".formatted(file));
    }
    return file;
  }

  private boolean isFile(Path file) {
    try {
      return new RootedFiles(disk.root()).find(file.getRoot(), file).attributes().isRegularFile();
    } catch (IOException failure) {
      return false;
    }
  }

  private String unreadable(Path file) {
    if (!release.isAtLeast(Releases.MAVERICKS)) {
      return "Can't read kernel file %s.".formatted(file);
    }
    String text = "Can't read kernel file '%s'".formatted(file);
    return release.isAtLeast(Releases.YOSEMITE) ? text : "checkArgs: " + text;
  }

  private void warn(String text) {
    log.general(LogLevel.WARNING, text);
  }
}
