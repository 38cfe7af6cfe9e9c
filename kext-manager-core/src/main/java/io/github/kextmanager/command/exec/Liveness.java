package io.github.kextmanager.command.exec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a process still runs.
 *
 * <p>On Linux a dead process stays listed, and alive to the JDK, until its parent has asked for its
 * exit status. The first process of a container may be slow to ask for that of an orphan, or never
 * do it. launchd does it at once.
 */
final class Liveness {
  private Liveness() {}

  static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /** proc(5): the state follows the name, which stands in parentheses and may hold some itself. */
  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), ISO_8859_1);
      return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
    } catch (IOException e) {
      return false;
    }
  }
}
