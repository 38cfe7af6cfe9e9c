package io.github.kextmanager.command.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.KillReport.Outcome;
import io.github.kextmanager.command.Termination.Exited;
import io.github.kextmanager.command.Termination.Signalled;
import io.github.kextmanager.command.Termination.TimedOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a runner keeps beyond that if it starts real processes. It needs {@code /bin/sh}. */
@Tag("processes")
@Timeout(60)
@ExtendWith(NothingLeftBehind.class)
public interface ProcessRunnerContract extends CommandRunnerContract {
  /** Enough for a shell to say its first word on a busy machine. */
  Duration SHORT = Duration.ofSeconds(1);

  /** More than anything should take that is not stuck. */
  Duration PATIENCE = Duration.ofSeconds(20);

  static CommandLine sh(String script, String... arguments) {
    List<String> argv = new ArrayList<>(List.of("-c", script, "sh"));
    argv.addAll(List.of(arguments));
    return CommandLine.of(Path.of("/bin/sh"), argv);
  }

  @Override
  default CommandLine exiting(int status) {
    return sh("exit " + status);
  }

  @Override
  default CommandLine writing(String stdout, String stderr) {
    return sh("printf %s \"$1\"; printf %s \"$2\" >&2", stdout, stderr);
  }

  @Override
  default CommandLine endless() {
    return sh("sleep 1000");
  }

  @Override
  default CommandLine readingItsInput() {
    return CommandLine.of(Path.of("/bin/cat"));
  }

  @Override
  default CommandLine missing() {
    return CommandLine.of(Path.of("/nonexistent/kextload"));
  }

  @Test
  default void hands_every_argument_over_as_it_stands() {
    String[] arguments = {
      "two words",
      "  padded  ",
      "\t\n",
      "",
      "it's",
      "\"kext\"",
      "'",
      "\"",
      "$HOME",
      "${LC_ALL}",
      "*",
      ";",
      "\\",
      "a\\b",
      "-n",
      "--",
      "Gerät 機器 \uD83D\uDD0C",
      "%s",
      "`id`",
      "\u00a0",
      "\u0001"
    };

    CommandResult result = runner().run(sh("printf '%s\\0' \"$@\"", arguments));

    assertThat(result.stdout().text().split("\0")).containsExactly(arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", " padded ", "back\\slash", "${LC_ALL}", "it's", "-n"})
  default void starts_a_program_whatever_its_name(String name, @TempDir Path folder)
      throws IOException {
    Path program = executable(folder.resolve(name), "#!/bin/sh\necho started\n");

    assertThat(runner().run(CommandLine.of(program)).stdout().text()).isEqualTo("started\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 15})
  default void tells_death_by_a_signal_from_an_exit(int signal) {
    CommandResult result = runner().run(sh("kill -%d $$".formatted(signal)));

    assertThat(result.termination()).isEqualTo(new Signalled(signal));
  }

  @Test
  default void reads_on_beyond_the_limit_so_that_no_process_stalls() {
    String fiveMegabytesOnBoth = "head -c 5000000 /dev/zero & head -c 5000000 /dev/zero >&2; wait";

    CommandResult result = runner().run(sh(fiveMegabytesOnBoth).withOutputLimit(1_000_000));

    assertThat(result.termination()).isEqualTo(new Exited(0));
    assertThat(result.stdout().text()).hasSize(1_000_000);
    assertThat(result.stderr().text()).hasSize(1_000_000);
    assertThat(result.stdout().truncated()).isTrue();
    assertThat(result.stderr().truncated()).isTrue();
  }

  @Test
  default void loses_nothing_of_a_long_output() {
    String lines =
        IntStream.rangeClosed(1, 200_000).mapToObj(i -> i + "\n").collect(Collectors.joining());

    CommandResult result = runner().run(sh("seq 1 200000").withOutputLimit(1 << 24));

    assertThat(result.stdout().text()).isEqualTo(lines);
  }

  @Test
  default void replaces_what_is_not_utf8() {
    CommandResult result = runner().run(sh("printf 'caf\\303\\251 \\377'"));

    assertThat(result.stdout().text()).isEqualTo("café \uFFFD");
  }

  @Test
  default void kills_what_ignores_the_polite_signal() {
    CommandLine stubborn = sh("trap '' TERM; while :; do sleep 1; done").withTimeout(SHORT);

    assertThat(kill(runner().run(stubborn))).isEqualTo(new KillReport(Outcome.KILLED, List.of()));
  }

  @Test
  default void stops_the_children_too() {
    CommandLine family = sh("sleep 1000 & sh -c 'sleep 1000; :' & wait").withTimeout(SHORT);

    assertThat(kill(runner().run(family)).outcome()).isIn(Outcome.TERMINATED, Outcome.KILLED);
  }

  @Test
  default void stops_a_command_that_never_ceases_to_write() {
    CommandLine flood = sh("yes").withTimeout(SHORT).withOutputLimit(10);

    CommandResult result = runner().run(flood);

    assertThat(result.termination()).isInstanceOf(TimedOut.class);
    assertThat(result.stdout().truncated()).isTrue();
  }

  @Test
  default void keeps_what_a_command_says_while_it_dies() {
    CommandLine talkative = sh("trap 'echo tail; exit 0' TERM; echo head; sleep 1000 & wait");

    CommandResult result = runner().run(talkative.withTimeout(SHORT));

    assertThat(result.termination()).isInstanceOf(TimedOut.class);
    assertThat(result.stdout().lines()).containsExactly("head", "tail");
  }

  @Test
  default void does_not_wait_for_a_grandchild_that_keeps_the_pipes() {
    CommandResult result = runner().run(sh("sleep 1000 & echo $!; echo talk >&2"));
    long grandchild = Long.parseLong(result.stdout().text().strip());

    ProcessHandle.of(grandchild).ifPresent(ProcessHandle::destroyForcibly);
    assertThat(result.termination()).isEqualTo(new Exited(0));
    assertThat(result.stderr().text()).isEqualTo("talk\n");
  }

  @Test
  default void does_not_wait_for_a_grandchild_that_goes_on_writing() {
    CommandResult result = runner().run(sh("yes & exit 3").withOutputLimit(10));

    assertThat(result.termination()).isEqualTo(new Exited(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sleep 1000", "yes"})
  default void stops_the_command_when_interrupted_and_keeps_the_flag(
      String endless, @TempDir Path folder) throws InterruptedException {
    Path started = folder.resolve("started");
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    CompletableFuture<CommandInterruptedException> thrown = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                runner().run(sh("touch \"$1\"; " + endless, started.toString()));
              } catch (CommandInterruptedException e) {
                flag.complete(Thread.currentThread().isInterrupted());
                thrown.complete(e);
              }
            });

    caller.start();
    while (caller.isAlive() && !Files.exists(started)) {
      Thread.onSpinWait();
    }
    caller.interrupt();

    assertThat(thrown).succeedsWithin(PATIENCE);
    // A child that the shell starts between the look at its children and the signal is killed.
    assertThat(thrown.join().kill().outcome()).isIn(Outcome.TERMINATED, Outcome.KILLED);
    assertThat(flag).isCompletedWithValue(true);
    // What it threw is known while it still runs; it must not be taken for a thread left behind.
    caller.join(PATIENCE.toMillis());
  }

  @Test
  default void starts_nothing_for_a_thread_that_is_interrupted_already(@TempDir Path folder) {
    Path trace = folder.resolve("trace");

    Thread.currentThread().interrupt();

    assertThatExceptionOfType(CommandInterruptedException.class)
        .isThrownBy(() -> runner().run(sh("touch \"$1\"", trace.toString())))
        .withMessageContaining("had not been started");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(trace).doesNotExist();
  }

  @Test
  default void says_that_a_file_is_not_executable(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("kextload"), "#!/bin/sh\n");

    assertNotStarted(CommandLine.of(file), "it is not executable");
  }

  @Test
  default void says_that_a_program_is_a_directory(@TempDir Path folder) {
    assertNotStarted(CommandLine.of(folder), "it is a directory");
  }

  @Test
  default void says_that_a_working_directory_is_gone(@TempDir Path folder) throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    Files.delete(gone);

    assertNotStarted(
        exiting(0).withWorkingDirectory(gone),
        "its working directory %s does not exist".formatted(gone));
  }

  @Test
  default void says_that_a_working_directory_is_a_file(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertNotStarted(
        exiting(0).withWorkingDirectory(file),
        "its working directory %s is not a directory".formatted(file));
  }

  @Test
  default void says_what_the_system_says_of_a_list_that_is_too_long() {
    assertNotStarted(sh(":", "x".repeat(8_000_000)), "Argument list too long");
  }

  @Test
  default void gives_a_command_exactly_the_environment_it_asks_for() {
    Map<String, String> environment = Map.of("LC_ALL", "C", "EMPTY", "", "ODD", " a=b ");

    CommandLine env = CommandLine.of(Path.of("/usr/bin/env")).withEnvironment(environment);

    assertThat(runner().run(env).stdout().lines())
        .containsExactlyInAnyOrder("LC_ALL=C", "EMPTY=", "ODD= a=b ");
  }

  @Test
  default void gives_a_command_an_empty_environment_if_it_asks_for_none() {
    CommandLine env = CommandLine.of(Path.of("/usr/bin/env")).withEnvironment(Map.of());

    assertThat(runner().run(env).stdout().text()).isEmpty();
  }

  @Test
  default void runs_a_command_in_its_own_directory(@TempDir Path folder) throws IOException {
    CommandLine pwd = CommandLine.of(Path.of("/bin/pwd"));

    assertThat(runner().run(pwd).stdout().text()).isEqualTo("/\n");
    assertThat(runner().run(pwd.withWorkingDirectory(folder)).stdout().text())
        .isEqualTo(folder.toRealPath() + "\n");
  }

  @Test
  default void does_not_mix_results_of_commands_that_run_at_once() {
    List<String> expected = IntStream.range(0, 50).mapToObj(i -> i + "\n").toList();

    Stream<String> answers =
        IntStream.range(0, 50)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> runner().run(sh("echo " + i))))
            .toList()
            .stream()
            .map(future -> future.join().stdout().text());

    assertThat(answers).containsExactlyElementsOf(expected);
  }

  private static KillReport kill(CommandResult result) {
    assertThat(result.termination()).isInstanceOf(TimedOut.class);
    return ((TimedOut) result.termination()).kill();
  }

  private void assertNotStarted(CommandLine command, String reason) {
    assertThatExceptionOfType(CommandNotStartedException.class)
        .isThrownBy(() -> runner().run(command))
        .withMessageStartingWith("Cannot start %s: ".formatted(command.executable()))
        .withMessageContaining(reason);
  }

  private static Path executable(Path file, String content) throws IOException {
    Files.writeString(file, content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
