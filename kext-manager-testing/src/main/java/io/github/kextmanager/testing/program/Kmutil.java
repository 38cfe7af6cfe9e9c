package io.github.kextmanager.testing.program;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.kernel.KernelRequests;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /usr/bin/kmutil}, as far as load, unload and showloaded. */
public final class Kmutil implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/bin/kmutil";

  private final Map<String, Program> subcommands;

  /**
   * The program.
   *
   * @param release the release, which decides some wordings
   * @param daemon whom it asks to load and unload
   * @param kernel the kernel of this start of the Mac
   */
  public Kmutil(
      MacOsVersion release, KernelManager daemon, Supplier<? extends KernelRequests> kernel) {
    this.subcommands =
        Map.of(
            "load", new KmutilLoad(release, daemon),
            "unload", new KmutilUnload(release, daemon),
            "showloaded", new KmutilShowloaded(release, kernel));
  }

  @Override
  public int run(Invocation invocation) {
    Optional<String> name = invocation.arguments().stream().findFirst();
    Optional<Program> subcommand = name.map(subcommands::get);
    if (subcommand.isEmpty()) {
      invocation
          .stderr()
          .println(
              "Error: the simulated Mac knows kmutil load, unload and showloaded, not '%s'"
                  .formatted(name.orElse("")));
      return ExitStatus.USAGE;
    }
    return subcommand
        .get()
        .run(invocation.with(invocation.arguments().subList(1, invocation.arguments().size())));
  }
}
