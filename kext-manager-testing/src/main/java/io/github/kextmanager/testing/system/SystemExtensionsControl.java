package io.github.kextmanager.testing.system;

import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code /usr/bin/systemextensionsctl}, from 10.15 on. System extensions do not exist on a
 * simulated Mac, so there is none to list.
 */
public final class SystemExtensionsControl implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/bin/systemextensionsctl";

  private static final int USAGE = 64;

  private final Supplier<SystemIntegrity> integrity;

  /**
   * The program.
   *
   * @param integrity the protection that the Mac was started with
   */
  public SystemExtensionsControl(Supplier<SystemIntegrity> integrity) {
    this.integrity = integrity;
  }

  @Override
  public int run(Invocation invocation) {
    List<String> words = invocation.arguments();
    String verb = words.isEmpty() ? "" : words.get(0);
    return switch (verb) {
      case "list" -> {
        invocation.stdout().println("0 extension(s)");
        yield 0;
      }
      case "reset", "developer", "uninstall" -> change(invocation);
      default -> usage(invocation);
    };
  }

  private int change(Invocation invocation) {
    if (integrity.get().bits() == 0) {
      List.of(
              "At this time, this tool cannot be used if System Integrity Protection is enabled.",
              "This limitation will be removed in the near future.",
              "Please remember to re-enable System Integrity Protection!")
          .forEach(invocation.stdout()::println);
      return 1;
    }
    return 0;
  }

  private static int usage(Invocation invocation) {
    List.of(
            "systemextensionsctl: usage:",
            "\tsystemextensionsctl developer [on|off]",
            "\tsystemextensionsctl list [category]",
            "\tsystemextensionsctl reset  - reset all System Extensions state",
            "\tsystemextensionsctl uninstall <teamId> <bundleId>; can also accept '-' for teamID")
        .forEach(invocation.stderr()::println);
    return USAGE;
  }
}
