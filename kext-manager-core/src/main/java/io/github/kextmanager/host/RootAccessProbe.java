package io.github.kextmanager.host;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks {@code id -u} and, unless that is root, {@code sudo -n -l}, which lists the rules for this
 * user and runs nothing (sudo(8)).
 */
final class RootAccessProbe {
  private static final String NOTHING = "sudo listed no rules, and refused nothing.";

  private RootAccessProbe() {}

  static HostFact<RootAccess> ask(CommandRunner runner, Duration deadline) {
    HostFact<String> user =
        Answer.textOf(runner, CommandLine.of(Path.of("/usr/bin/id"), "-u").withTimeout(deadline));
    if (user.value().map(String::strip).filter("0"::equals).isPresent()) {
      return new Known<>(new RootAccess.AlreadyRoot(), user.asked());
    }
    var list = CommandLine.of(Privilege.Sudo.DEFAULT_PATH, "-n", "-l").withTimeout(deadline);
    HostFact<CommandResult> answer = Answer.anyOf(runner, list);
    return answer instanceof Known<CommandResult> known
        ? read(known)
        : answer.read(unread -> Optional.empty(), "It gave no answer.");
  }

  private static HostFact<RootAccess> read(Known<CommandResult> answer) {
    if (!answer.fact().termination().isSuccess()) {
      return answer.read(RootAccessProbe::refusal, NOTHING);
    }
    var listing = new SudoListing(answer.fact().stdout().text());
    SudoRules rules = listing.forRoot();
    if (!rules.doubts().isEmpty()) {
      return new NotKnown<>(
          "The rules of sudo do not tell for sure which commands it runs as root without a"
              + " password; in doubt because of: %s.".formatted(String.join(", ", rules.doubts())),
          answer.asked());
    }
    return answer.read(unread -> access(listing, rules), NOTHING);
  }

  private static Optional<RootAccess> refusal(CommandResult result) {
    List<String> said =
        Stream.concat(result.stderr().lines().stream(), result.stdout().lines().stream())
            .filter(line -> !line.isBlank())
            .limit(5)
            .toList();
    return said.isEmpty() ? Optional.empty() : Optional.of(new RootAccess.None(said));
  }

  private static Optional<RootAccess> access(SudoListing listing, SudoRules rules) {
    if (!listing.isOne()) {
      return Optional.empty();
    }
    if (rules.spareAll()) {
      return Optional.of(new RootAccess.AnyCommand());
    }
    return rules.spared().isEmpty()
        ? Optional.of(new RootAccess.None(List.of("No rule of sudo spares this user a password.")))
        : Optional.of(new RootAccess.SomeCommands(rules.spared()));
  }
}
