package io.github.kextmanager.command.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.command.SudoRefusal;
import io.github.kextmanager.command.SudoRefusal.Kind;
import io.github.kextmanager.command.Termination.Exited;
import io.github.kextmanager.command.Termination.TimedOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sudo of this machine says, to a user made for the purpose. */
@Tag("processes")
class RealSudoTest {
  private static final Privilege.Sudo SUDO = new Privilege.Sudo();
  private static final CommandLine TRUE = CommandLine.of(Path.of("/bin/true"));

  private static SudoUser user;

  @BeforeAll
  static void makeUser() {
    user = SudoUser.create();
  }

  @AfterAll
  static void removeUser() throws IOException {
    if (user != null) {
      user.close();
    }
  }

  @Test
  void lets_an_allowed_command_answer_for_itself() throws IOException {
    user.mayDo("USER ALL=(root) NOPASSWD: ALL");
    CommandLine tool =
        CommandLine.of(Path.of("/bin/sh"), "-c", "id -u; echo $LC_ALL; echo talk >&2; exit 1");

    CommandResult result = user.runThroughSudo(SUDO, tool);

    assertThat(SudoRefusal.in(result)).isEmpty();
    assertThat(result.termination()).isEqualTo(new Exited(1));
    assertThat(result.stdout().lines()).containsExactly("0", "C");
    assertThat(result.stderr().lines()).containsExactly("talk");
  }

  @Test
  void asks_a_user_without_a_rule_for_a_password() throws IOException {
    user.mayDo("# nothing");

    assertThat(refusalOf(TRUE)).isEqualTo(Kind.PASSWORD_REQUIRED);
  }

  @Test
  void asks_a_user_with_a_rule_for_another_command_for_a_password() throws IOException {
    user.mayDo("USER ALL=(root) NOPASSWD: /bin/ls");

    assertThat(refusalOf(TRUE)).isEqualTo(Kind.PASSWORD_REQUIRED);
  }

  @Test
  void tells_a_user_who_needs_no_password_that_a_command_is_not_allowed() throws IOException {
    user.mayDo("Defaults:USER !authenticate", "USER ALL=(root) /bin/ls");

    assertThat(refusalOf(TRUE)).isEqualTo(Kind.NOT_ALLOWED);
  }

  @Test
  void tells_a_user_who_needs_no_password_of_having_no_rule() throws IOException {
    user.mayDo("Defaults:USER !authenticate");

    assertThat(refusalOf(TRUE)).isEqualTo(Kind.NOT_ALLOWED);
  }

  @Test
  void wants_a_terminal_where_its_rules_do() throws IOException {
    user.mayDo("Defaults:USER requiretty", "USER ALL=(root) NOPASSWD: ALL");

    assertThat(refusalOf(TRUE)).isEqualTo(Kind.TERMINAL_REQUIRED);
  }

  @Test
  void does_not_find_a_tool_that_is_missing() throws IOException {
    user.mayDo("USER ALL=(root) NOPASSWD: ALL");

    assertThat(refusalOf(CommandLine.of(Path.of("/nonexistent/kextload"))))
        .isEqualTo(Kind.COMMAND_NOT_FOUND);
  }

  @Test
  void does_not_work_without_its_setuid_bit(@TempDir Path folder) throws IOException {
    Path copy = Files.copy(Privilege.Sudo.DEFAULT_PATH, folder.resolve("sudo"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));

    CommandResult result = user.runThroughSudo(new Privilege.Sudo(copy), TRUE);

    assertThat(SudoRefusal.in(result)).map(SudoRefusal::kind).contains(Kind.MISCONFIGURED);
  }

  @Test
  void runs_the_tool_although_it_cannot_resolve_the_name_of_the_host() throws IOException {
    user.mayDo("USER ALL=(root) NOPASSWD: ALL");
    CommandLine command = SUDO.applyTo(CommandLine.of(Path.of("/bin/false")));
    CommandLine inAnotherHost =
        CommandLine.of(
            Path.of("/usr/bin/unshare"),
            "--uts",
            "sh",
            "-c",
            "hostname kextm-nowhere && exec runuser -u %s -- %s"
                .formatted(user.name(), String.join(" ", command.argv())));

    CommandResult result = new ProcessCommandRunner().run(inAnotherHost);

    assumeTrue(
        result.stderr().text().contains("unable to resolve host"),
        "this machine resolves any name, or cannot have another: " + result.stderr().text());
    assertThat(
            SudoRefusal.in(
                new CommandResult(
                    command,
                    result.termination(),
                    result.stdout(),
                    result.stderr(),
                    result.elapsed())))
        .isEmpty();
  }

  @Test
  void is_stopped_by_root_with_what_it_started() throws IOException {
    user.mayDo("USER ALL=(root) NOPASSWD: ALL");
    CommandLine sleep = CommandLine.of(Path.of("/bin/sleep"), "1000");

    CommandResult result = user.runThroughSudo(SUDO, sleep.withTimeout(Duration.ofSeconds(1)));

    assertThat(result.termination())
        .isInstanceOfSatisfying(
            TimedOut.class, timedOut -> assertThat(timedOut.kill().survivors()).isEmpty());
  }

  private static Kind refusalOf(CommandLine tool) {
    CommandResult result = user.runThroughSudo(SUDO, tool);
    return SudoRefusal.in(result)
        .map(SudoRefusal::kind)
        .orElseThrow(() -> new AssertionError("not refused: " + result));
  }
}
