package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import java.util.List;

/** {@code kmutil find}: a path a line, as far as anybody can guess. */
record Find(Platform platform, Disk disk) implements Subcommand {
  @Override
  public String name() {
    return "find";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
        "Find kexts available on the operating system.",
        Options.common(),
        Options.repositories(platform.release()),
        Options.collections(),
        Options.bundles(),
        Options.filters(),
        List.of(Option.one("location", "Default: 'bundle'.")));
  }

  @Override
  public int run(Given given, Invocation invocation) throws ArgumentException {
    Answers.noteVariant(given, invocation);
    KextSelection selection = KextSelection.of(given, invocation, disk, platform);
    selection.kexts().forEach(kext -> invocation.stdout().println(kext.path().toString()));
    return Answers.print(selection.error(), platform.release(), invocation);
  }
}
