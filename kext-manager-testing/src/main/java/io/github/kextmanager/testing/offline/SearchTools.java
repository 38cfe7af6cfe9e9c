package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.program.Program;
import java.util.Map;

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
   * @return the programs by their absolute paths
   */
  public static Map<String, Program> of(Platform platform, Disk disk) {
    return Map.of("/usr/sbin/kextlibs", new Kextlibs(platform, disk));
  }
}
