package io.github.kextmanager.command.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Privilege;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The runner in a JVM that is less well off than that of the tests. */
@Tag("processes")
class AnotherJvmTest {
  private static final ProcessCommandRunner RUNNER = new ProcessCommandRunner();

  @TempDir private static Path folder;
  private static AnotherJvm jvm;

  @BeforeAll
  static void copyClasses() throws IOException {
    jvm = new AnotherJvm(folder);
  }

  @Test
  void that_is_not_root_says_which_processes_it_cannot_stop() throws IOException {
    try (SudoUser user = SudoUser.create()) {
      user.mayDo("USER ALL=(root) NOPASSWD: ALL");
      // sudo 1.9.13p3 may be killed by its user, and passes SIGTERM on, but not SIGKILL.
      CommandLine stubborn = CommandLine.of(Path.of("/bin/sh"), "-c", "trap '' TERM; sleep 1000");
      CommandLine command = new Privilege.Sudo().applyTo(stubborn);

      CommandResult result =
          RUNNER.run(user.asUser(jvm.running(List.of(), "PT1S", command.argv())));

      List<Long> survivors = survivors(result);
      List<Long> alive = survivors.stream().filter(AnotherJvmTest::kill).toList();
      assertThat(result.stdout().text())
          .startsWith("TimedOut[limit=PT1S, kill=KillReport[outcome=SURVIVED, ");
      assertThat(alive).as("sh and sleep").isEqualTo(survivors).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "file names of a Mac are always UTF-8")
  void whose_locale_lacks_a_letter_refuses_it_rather_than_change_it() {
    CommandLine echo = jvm.running(List.of(), "PT10S", List.of("/bin/echo", "Ger\\344t"));

    CommandResult result = RUNNER.run(echo.withEnvironment(Map.of("LC_ALL", "C")));

    assertThat(result.stdout().text())
        .matches(
            "Cannot start /bin/echo: the argument \"Ger.t\" cannot be written in the encoding of "
                + "this JVM, US-ASCII\\.\n");
  }

  @Test
  void whose_own_directory_is_gone_runs_commands_all_the_same() throws IOException {
    Path gone = Files.createTempDirectory(folder, "gone");
    CommandLine pwd =
        jvm.running(List.of("-Dleave.no.directory=true"), "PT10S", List.of("/bin/pwd"));

    CommandResult result = RUNNER.run(pwd.withWorkingDirectory(gone));

    assertThat(gone).doesNotExist();
    assertThat(result.stdout().lines()).containsExactly("Exited[status=0]", "/");
  }

  /** Of {@code ... survivors=[11, 12]]]}. */
  private static List<Long> survivors(CommandResult result) {
    String text = result.stdout().text();
    assumeTrue(!text.isEmpty(), "the user cannot start this JVM: " + result.stderr().text());
    String pids = text.substring(text.lastIndexOf('[') + 1, text.indexOf(']'));
    return Arrays.stream(pids.split(", ")).map(Long::valueOf).toList();
  }

  private static boolean kill(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::destroyForcibly).isPresent();
  }
}
