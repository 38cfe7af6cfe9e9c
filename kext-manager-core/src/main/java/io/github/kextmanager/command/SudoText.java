package io.github.kextmanager.command;

import static java.util.regex.Pattern.compile;

import io.github.kextmanager.command.SudoRefusal.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What sudo says, in its own words.
 *
 * <p>From the message catalogues of sudo 1.8 to 1.9 ({@code po/sudo.pot} and {@code
 * plugins/sudoers/po/sudoers.pot}), and from runs of 1.9.13p3. Most lines begin with {@code sudo:
 * }; those in which the policy denies ({@code log_denial} of its {@code logging.c}) do not.
 */
final class SudoText {
  private static final Map<Kind, Pattern> REFUSALS =
      Map.of(
          Kind.MISCONFIGURED,
          compile(
              "^sudo: (.* must be owned by uid \\d+ and have the setuid bit set"
                  + "|effective uid is not \\d+, "
                  + "|The \"no new privileges\" flag is set"
                  + "|no valid sudoers sources found, quitting"
                  + "|fatal error, unable to load plugins"
                  + "|unable to initialize policy plugin"
                  + "|error initializing \\S+ plugin"
                  + "|policy plugin )"),
          Kind.NOT_ALLOWED,
          compile(
              "^\\S.* is not in the sudoers file\\."
                  + "|^\\S.* is not allowed to run sudo on "
                  + "|^Sorry, user .* (is not allowed to execute|may not run sudo on) "
                  + "|^sudo: (sorry, you are not allowed "
                  + "|user not allowed to "
                  + "|command (not allowed|rejected by )"
                  + "|sudoers specifies that root is not allowed to sudo"
                  + "|you do not exist in the "
                  + "|unknown uid \\d+: who are you"
                  + "|account validation failure"
                  + "|Account (or password is )?expired"
                  + "|Password expired"
                  + "|PAM account management error"
                  + "|\\d+ incorrect password attempt)"),
          Kind.TERMINAL_REQUIRED,
          compile(
              "^sudo: (sorry, you must have a tty to run sudo"
                  + "|a terminal is required "
                  + "|no tty present and no askpass program specified"
                  + "|no askpass program specified)"),
          Kind.PASSWORD_REQUIRED,
          compile(
              "^sudo: (a password is required"
                  + "|interactive authentication is required"
                  + "|no password was provided"
                  + "|timed out reading password"
                  + "|unable to read password)"),
          Kind.COMMAND_NOT_FOUND,
          compile("^sudo: (.*: command not found$|unable to execute )"));

  /** What sudo says and then runs the tool. */
  private static final Pattern WARNING =
      compile(
          "^sudo: (unable to resolve host "
              + "|unable to (open|write) log file"
              + "|unable to (open audit system|send audit message)"
              + "|unable to .*/(run|db|lib)/sudo\\b"
              + "|.* is (world|group) writable$"
              + "|.* is owned by [ug]id \\d+, should be \\d+$"
              + "|parse error in "
              + "|/\\S+:\\d+"
              + "|setrlimit\\("
              + "|ignoring "
              + "|time stamp too far in the future)");

  private SudoText() {}

  /** The kind of the gravest refusal among the lines. */
  static Optional<Kind> refusalIn(List<String> lines) {
    return REFUSALS.entrySet().stream()
        .filter(refusal -> lines.stream().anyMatch(line -> refusal.getValue().matcher(line).find()))
        .map(Map.Entry::getKey)
        .min(Comparator.naturalOrder());
  }

  /** {@link Kind#OTHER} if every line is sudo's and one of them is not a known warning. */
  static Optional<Kind> unknownIn(List<String> lines) {
    boolean allBySudo = lines.stream().allMatch(line -> line.startsWith("sudo: "));
    boolean oneIsNoWarning = lines.stream().anyMatch(line -> !WARNING.matcher(line).find());
    return allBySudo && oneIsNoWarning ? Optional.of(Kind.OTHER) : Optional.empty();
  }
}
