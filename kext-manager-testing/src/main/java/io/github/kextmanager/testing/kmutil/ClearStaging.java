package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KmError;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.program.Invocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code kmutil clear-staging}: empties the folders with copies of kexts, without a word. */
record ClearStaging(MacOsVersion release, Disk disk) implements Subcommand {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/Library/StagedExtensions"),
          Path.of("/private/var/db/KernelExtensionManagement/Staging"));

  @Override
  public String name() {
    return "clear-staging";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(), "Clears all contents of the kext staging locations on the system");
  }

  @Override
  public int run(Given given, Invocation invocation) {
    Optional<KmError> refusal = Answers.refusal(invocation);
    if (refusal.isEmpty()) {
      PLACES.forEach(this::empty);
    }
    return Answers.print(refusal, release, invocation);
  }

  private void empty(Path folder) {
    for (Path entry : disk.list(folder)) {
      empty(entry);
      disk.delete(entry);
    }
  }
}
