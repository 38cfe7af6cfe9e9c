package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.CollectionChange;
import io.github.kextmanager.testing.daemon.CollectionChange.Entry;
import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.daemon.KmError;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import java.util.List;
import java.util.Optional;

/**
 * {@code kmutil rebuild}, from 14 on: says what the auxiliary collection will gain and lose, and
 * asks the person at the Mac, who agrees at once to whatever is approved already.
 */
record Rebuild(MacOsVersion release, KernelManager daemon) implements Subcommand {
  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public Command command() {
    return Command.of("kmutil " + name(), "Attempts an auxiliary kernel collection rebuild");
  }

  @Override
  public int run(Given given, Invocation invocation) {
    Optional<KmError> refusal = Answers.refusal(invocation);
    if (refusal.isPresent()) {
      return Answers.print(refusal, release, invocation);
    }
    OutputStreamText stdout = invocation.stdout();
    CollectionChange change = daemon.pendingChange();
    stdout.print("Checking the auxiliary kernel collection...");
    if (change.isEmpty()) {
      stdout.println(" No changes detected");
      return 0;
    }
    stdout.println("");
    list("add", "+", change.added(), stdout);
    list("remove", "-", change.removed(), stdout);
    stdout.println("Requesting user approval (times out in 60 seconds)...");
    Optional<KmError> error = daemon.approve(change);
    if (error.isEmpty()) {
      stdout.println("A system reboot is required for the operation to take effect");
    }
    return Answers.print(error, release, invocation);
  }

  private static void list(String verb, String sign, List<Entry> entries, OutputStreamText stdout) {
    if (entries.isEmpty()) {
      return;
    }
    stdout.println(
        "Attempting to %s the following extensions (%d):".formatted(verb, entries.size()));
    entries.forEach(entry -> stdout.println("[%s] %s".formatted(sign, entry.row())));
  }
}
