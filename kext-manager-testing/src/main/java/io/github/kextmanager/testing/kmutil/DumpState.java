package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.CollectionChange;
import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.daemon.KmError;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import java.util.Optional;

/** {@code kmutil dumpstate}, in a form of our own: nobody has published the real one. */
record DumpState(MacOsVersion release, KernelManager daemon) implements Subcommand {
  @Override
  public String name() {
    return "dumpstate";
  }

  @Override
  public Command command() {
    return Command.of("kmutil " + name(), "Dumps kernelmanagerd(8) state for debugging");
  }

  @Override
  public int run(Given given, Invocation invocation) {
    Optional<KmError> refusal = Answers.refusal(invocation);
    if (refusal.isEmpty()) {
      print(daemon.pendingChange(), invocation.stdout());
    }
    return Answers.print(refusal, release, invocation);
  }

  private static void print(CollectionChange change, OutputStreamText stdout) {
    stdout.println("auxiliary collection:");
    change.present().forEach(entry -> stdout.println("\t" + entry.row()));
    stdout.println("to be added:");
    change.added().forEach(entry -> stdout.println("\t" + entry.row()));
    stdout.println("to be removed:");
    change.removed().forEach(entry -> stdout.println("\t" + entry.row()));
  }
}
