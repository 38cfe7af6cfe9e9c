package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import java.util.List;

/**
 * {@code kmutil install}, which no help lists: builds the boot and system collections anew. They
 * hold Apple's kexts only, so nothing changes; from 13 on it needs a developer kit.
 */
record Install(MacOsVersion release, String build) implements Subcommand {
  @Override
  public String name() {
    return "install";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
        "Install rebuilt kernel collections.",
        Options.common(),
        List.of(
            Option.one(Options.VOLUME_ROOT, "The target volume.").letter('R'),
            Option.flag("update-all", "Rebuild all collections on a target volume."),
            Option.flag("update-preboot", "Update the preboot volume."),
            Option.flag("check-rebuild", "Rebuild only what is out of date.")));
  }

  @Override
  public int run(Given given, Invocation invocation) {
    return Answers.print(
        Answers.refusal(invocation).or(() -> new DeveloperKit(release, build).missing()),
        release,
        invocation);
  }
}
