package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KernelManager;
import io.github.kextmanager.testing.daemon.KmRequest;
import io.github.kextmanager.testing.daemon.KmRequest.Approval;
import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code kmutil load}. */
record Load(MacOsVersion release, KernelManager daemon) implements Subcommand {
  private static final String STYLE = "load-style";
  private static final Set<String> STYLES = Set.of("start-only", "match-only", "start-and-match");

  @Override
  public String name() {
    return "load";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
        "Load one or more extensions based on the arguments provided.",
        Options.common(),
        Options.repositories(release),
        Options.bundles(),
        List.of(
            Option.many(
                    "personality-name",
                    "If this kext is already loaded, send the named personality to the catalog.")
                .letter('P'),
            Option.flag("no-default-repositories", "Don't use the default repositories for kexts.")
                .letter('e'),
            Option.one(
                STYLE,
                "The load style used when loading extensions: start-only, match-only,"
                    + " start-and-match.")));
  }

  @Override
  public int run(Given given, Invocation invocation) throws ArgumentException {
    Optional<String> style = given.last(STYLE).filter(each -> !STYLES.contains(each));
    if (style.isPresent()) {
      throw new ArgumentException(
          "The value '%s' is invalid for '--%s <%s>'".formatted(style.get(), STYLE, STYLE));
    }
    var request =
        new KmRequest(
            invocation.uid(),
            given.all(Options.BUNDLE_IDENTIFIER),
            Answers.paths(given.all(Options.BUNDLE_PATH), invocation),
            Answers.paths(given.all(Options.REPOSITORY), invocation),
            given.has(Options.NO_AUTHORIZATION) ? Approval.SKIPPED : Approval.REQUIRED);
    return Answers.print(daemon.load(request), release, invocation);
  }
}
