package io.github.kextmanager.host;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.host.HostFact.Known;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks {@code id -u} and, unless that is root, {@code sudo -n -l}, which lists the rules for this
 * user and runs nothing (sudo(8)).
 */
final class RootAccessProbe {
  private static final String CONTINUATION = " ".repeat(8);
  private static final String UNESCAPED_COMMA = "(?<!\\\\),\\s*";
  private static final String WITHOUT_PASSWORD = "NOPASSWD:";
  private static final String ANY = "ALL";

  private RootAccessProbe() {}

  static HostFact<RootAccess> ask(CommandRunner runner, Duration deadline) {
    HostFact<String> user =
        Answer.textOf(runner, CommandLine.of(Path.of("/usr/bin/id"), "-u").withTimeout(deadline));
    if (user.value().map(String::strip).filter("0"::equals).isPresent()) {
      return new Known<>(new RootAccess.AlreadyRoot(), user.asked());
    }
    var list = CommandLine.of(Privilege.Sudo.DEFAULT_PATH, "-n", "-l").withTimeout(deadline);
    return Answer.anyOf(runner, list)
        .read(RootAccessProbe::rules, "sudo listed no rules, and refused nothing.");
  }

  private static Optional<RootAccess> rules(CommandResult result) {
    if (!result.termination().isSuccess()) {
      List<String> said =
          Stream.concat(result.stderr().lines().stream(), result.stdout().lines().stream())
              .filter(line -> !line.isBlank())
              .limit(5)
              .toList();
      return said.isEmpty() ? Optional.empty() : Optional.of(new RootAccess.None(said));
    }
    List<String> commands = commands(result.stdout().text());
    if (commands.contains(ANY)) {
      return Optional.of(new RootAccess.AnyCommand());
    }
    if (!commands.isEmpty()) {
      return Optional.of(new RootAccess.SomeCommands(commands));
    }
    return result.stdout().text().lines().anyMatch(RootAccessProbe::isOfList)
        ? Optional.of(new RootAccess.None(List.of("No rule of sudo spares this user a password.")))
        : Optional.empty();
  }

  /** sudo, plugins/sudoers/display.c. */
  private static boolean isOfList(String line) {
    return line.contains(" may run the following commands on ")
        || line.contains(" is not allowed to run sudo on ");
  }

  /** {@code (root) NOPASSWD: /sbin/kextload, /sbin/kextunload}: a tag counts until the next one. */
  private static List<String> commands(String text) {
    List<String> commands = new ArrayList<>();
    for (String line : unwrapped(text)) {
      int tag = line.indexOf(WITHOUT_PASSWORD);
      if (line.startsWith("(") && tag >= 0 && isForRoot(line)) {
        String list = line.substring(tag + WITHOUT_PASSWORD.length());
        int next = list.indexOf(" PASSWD:");
        Stream.of((next < 0 ? list : list.substring(0, next)).split(UNESCAPED_COMMA))
            .map(String::strip)
            .filter(command -> !command.isEmpty())
            .forEach(commands::add);
      }
    }
    return commands;
  }

  /**
   * One rule on one line. sudo breaks long ones between words, also where nobody sees a terminal,
   * and goes on eight columns from the left (lbuf.c, display.c).
   */
  private static List<String> unwrapped(String text) {
    List<String> rules = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(CONTINUATION) && !rules.isEmpty()) {
        rules.add(rules.remove(rules.size() - 1) + " " + line.strip());
      } else {
        rules.add(line.strip());
      }
    }
    return rules;
  }

  private static boolean isForRoot(String rule) {
    int end = rule.indexOf(')');
    String users = end < 0 ? "" : rule.substring(1, end).split(":", 2)[0];
    return List.of(users.split(",\\s*")).stream()
        .map(String::strip)
        .anyMatch(user -> user.equals("root") || user.equals(ANY));
  }
}
