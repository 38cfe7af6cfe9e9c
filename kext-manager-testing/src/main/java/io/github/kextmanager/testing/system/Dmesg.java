package io.github.kextmanager.testing.system;

import io.github.kextmanager.testing.log.LogEntry;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * {@code /sbin/dmesg} (system_cmds, dmesg.c): what the kernel has said since the last start, to
 * root alone. Newer releases put a time before each line, which is left out here.
 */
public final class Dmesg implements Program {
  /** Where it is. */
  public static final String PATH = "/sbin/dmesg";

  private static final int FAILURE = 1;
  private static final int KERNEL = 0;

  private final Supplier<List<LogEntry>> entries;
  private final Supplier<UUID> bootSession;

  /**
   * The program.
   *
   * @param entries everything that stands in the log of the system, the oldest first
   * @param bootSession the boot session of now
   */
  public Dmesg(Supplier<List<LogEntry>> entries, Supplier<UUID> bootSession) {
    this.entries = entries;
    this.bootSession = bootSession;
  }

  @Override
  public int run(Invocation invocation) {
    if (!invocation.arguments().isEmpty()) {
      return usage(invocation);
    }
    if (!invocation.isRoot()) {
      invocation.stderr().println("Unable to obtain kernel buffer: Operation not permitted");
      return usage(invocation);
    }
    entries.get().stream()
        .filter(entry -> entry.source().processId() == KERNEL)
        .filter(entry -> entry.bootSession().equals(bootSession.get()))
        .forEach(entry -> invocation.stdout().println(entry.text()));
    return 0;
  }

  private static int usage(Invocation invocation) {
    invocation.stderr().println("usage: sudo dmesg");
    return FAILURE;
  }
}
