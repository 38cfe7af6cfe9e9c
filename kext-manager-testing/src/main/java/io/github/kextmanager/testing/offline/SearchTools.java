package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.program.Program;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The programs that search the kexts on a disk. Every release has them, and none hands them over.
 */
public final class SearchTools {
  private SearchTools() {}

  /**
   * The programs.
   *
   * @param platform the release and the processor
   * @param disk the files of the Mac
   * @param kernel the kernel of this start of the Mac
   * @param programs the programs of the Mac by their paths
   * @return the programs by their absolute paths
   */
  public static Map<String, Program> of(
      Platform platform,
      Disk disk,
      Supplier<? extends KernelRequests> kernel,
      Function<String, Optional<Program>> programs) {
    return Map.of(
        "/usr/sbin/kextlibs", new Kextlibs(platform, disk),
        "/usr/sbin/kextfind", new Kextfind(platform, disk, kernel, programs));
  }
}
