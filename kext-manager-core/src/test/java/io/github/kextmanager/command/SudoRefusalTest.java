package io.github.kextmanager.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.SudoRefusal.Kind;
import io.github.kextmanager.command.Termination.Exited;
import io.github.kextmanager.command.Termination.Signalled;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The texts are those of sudo 1.9.13p3 (run) and of the catalogues of 1.8.31 and 1.9.7 (read), with
 * other names.
 */
class SudoRefusalTest {
  private static final CommandLine KEXTLOAD =
      CommandLine.of(Path.of("/sbin/kextload"), "/tmp/Widget.kext");
  private static final CommandLine THROUGH_SUDO = new Privilege.Sudo().applyTo(KEXTLOAD);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "PASSWORD_REQUIRED  | sudo: a password is required",
        "PASSWORD_REQUIRED  | sudo: no password was provided",
        "TERMINAL_REQUIRED  | sudo: sorry, you must have a tty to run sudo",
        "TERMINAL_REQUIRED  | sudo: a terminal is required to read the password; either use the -S option to read from standard input or configure an askpass helper",
        "TERMINAL_REQUIRED  | sudo: no tty present and no askpass program specified",
        "NOT_ALLOWED        | ada is not in the sudoers file.",
        "NOT_ALLOWED        | ada is not in the sudoers file.  This incident will be reported.",
        "NOT_ALLOWED        | OFFICE\\ada lovelace is not in the sudoers file.",
        "NOT_ALLOWED        | ada is not allowed to run sudo on mac-7.  This incident will be reported.",
        "NOT_ALLOWED        | Sorry, user ada may not run sudo on mac-7.",
        "NOT_ALLOWED        | Sorry, user ada is not allowed to execute '/sbin/kextload /tmp/a b.kext' as root on mac-7.",
        "NOT_ALLOWED        | sudo: sorry, you are not allowed to preserve the environment",
        "NOT_ALLOWED        | sudo: you do not exist in the passwd database",
        "NOT_ALLOWED        | sudo: 3 incorrect password attempts",
        "COMMAND_NOT_FOUND  | sudo: /sbin/kextload: command not found",
        "COMMAND_NOT_FOUND  | sudo: unable to execute /sbin/kextload: No such file or directory",
        "MISCONFIGURED      | sudo: /usr/bin/sudo must be owned by uid 0 and have the setuid bit set",
        "MISCONFIGURED      | sudo: effective uid is not 0, is sudo installed setuid root?",
        "MISCONFIGURED      | sudo: no valid sudoers sources found, quitting",
        "MISCONFIGURED      | sudo: fatal error, unable to load plugins",
        "MISCONFIGURED      | sudo: unable to initialize policy plugin",
        "OTHER              | sudo: unable to fork: Resource temporarily unavailable",
      })
  void is_told_by_what_sudo_says(Kind kind, String line) {
    assertThat(SudoRefusal.in(exited(1, line + "\n")))
        .contains(new SudoRefusal(kind, List.of(line)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/tmp/Widget.kext failed to load - (libkern/kext) not found; check the system/kernel logs",
        "sudo: unable to resolve host mac-7: Name or service not known",
        "sudo: /etc/sudoers.d/ada is world writable",
        "sudo: /etc/sudoers.d/ada is owned by uid 501, should be 0",
        "sudo: unable to send audit message: Operation not permitted",
        "sudo: unable to stat /var/db/sudo: Permission denied",
        "sudo: setrlimit(RLIMIT_CORE): Operation not permitted",
        "kextload: command not found",
      })
  void is_not_told_by_what_the_tool_says_or_sudo_only_warns_of(String line) {
    assertThat(SudoRefusal.in(exited(1, line + "\n"))).isEmpty();
  }

  @Test
  void is_not_told_by_an_unknown_line_of_sudo_when_the_tool_has_spoken() {
    String unknown = "sudo: something new\n";

    assertThat(SudoRefusal.in(exited(1, unknown + "kextload: no such kext\n"))).isEmpty();
    assertThat(SudoRefusal.in(result(THROUGH_SUDO, new Exited(1), "data\n", unknown))).isEmpty();
  }

  @Test
  void is_of_the_gravest_kind_and_keeps_every_line() {
    String stderr =
        """
        sudo: /etc/sudoers is owned by uid 501, should be 0

        sudo: no valid sudoers sources found, quitting
        sudo: a password is required
        """;

    assertThat(SudoRefusal.in(exited(1, stderr)))
        .contains(
            new SudoRefusal(
                Kind.MISCONFIGURED,
                List.of(
                    "sudo: /etc/sudoers is owned by uid 501, should be 0",
                    "sudo: no valid sudoers sources found, quitting",
                    "sudo: a password is required")));
  }

  @Test
  void is_seen_behind_a_complaint_about_the_rules() {
    String stderr =
        """
        /etc/sudoers.d/ada:1:9: syntax error
        this is ( no rule
                ^
        sudo: a password is required
        """;

    assertThat(SudoRefusal.in(exited(1, stderr)))
        .map(SudoRefusal::kind)
        .contains(Kind.PASSWORD_REQUIRED);
  }

  @Test
  void ends_with_status_1_and_nothing_else() {
    String refusal = "sudo: a password is required\n";

    assertThat(SudoRefusal.in(exited(0, refusal))).isEmpty();
    assertThat(SudoRefusal.in(exited(71, refusal))).isEmpty();
    assertThat(SudoRefusal.in(result(THROUGH_SUDO, new Signalled(9), "", refusal))).isEmpty();
  }

  @Test
  void needs_a_command_that_went_through_sudo() {
    String refusal = "sudo: a password is required\n";

    assertThat(SudoRefusal.in(result(KEXTLOAD, new Exited(1), "", refusal))).isEmpty();
  }

  @Test
  void may_come_from_a_sudo_of_another_name() {
    CommandLine command = new Privilege.Sudo(Path.of("/opt/bin/become")).applyTo(KEXTLOAD);

    assertThat(SudoRefusal.in(result(command, new Exited(1), "", "sudo: a password is required\n")))
        .isPresent();
  }

  private static CommandResult exited(int status, String stderr) {
    return result(THROUGH_SUDO, new Exited(status), "", stderr);
  }

  private static CommandResult result(
      CommandLine command, Termination termination, String stdout, String stderr) {
    return new CommandResult(
        command,
        termination,
        CapturedOutput.of(stdout),
        CapturedOutput.of(stderr),
        Duration.ofMillis(5));
  }
}
