package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.daemon.KmRequest;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import java.util.List;

/** {@code kmutil unload}. Terminating a class always succeeds, and says nothing. */
record Unload(MacOsVersion release, KernelManager daemon) implements Subcommand {
  private static final String PERSONALITIES_ONLY = "personalities-only";

  @Override
  public String name() {
    return "unload";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
        "Unload the named kexts and all personalities.",
        Options.common(),
        List.of(
            Option.many(
                    "class-name",
                    "Terminate all instances of IOService class <class_name>, but do not unload its"
                        + " kext or unload its personalities.")
                .letter('c'),
            Option.flag(
                    PERSONALITIES_ONLY,
                    "Terminate services and remove personalities only; do not unload kexts.")
                .letter('P')),
        Options.bundles());
  }

  @Override
  public int run(Given given, Invocation invocation) {
    if (given.has(PERSONALITIES_ONLY)) {
      return 0;
    }
    var request =
        new KmRequest(
            invocation.uid(),
            given.all(Options.BUNDLE_IDENTIFIER),
            Answers.paths(given.all(Options.BUNDLE_PATH), invocation),
            List.of());
    return Answers.print(daemon.unload(request), release, invocation);
  }
}
