package io.github.kextmanager.command.record;

import static io.github.kextmanager.command.record.Commands.SW_VERS;
import static io.github.kextmanager.command.record.Commands.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.KillReport.Outcome;
import io.github.kextmanager.command.Termination.Exited;
import io.github.kextmanager.command.Termination.TimedOut;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  @TempDir private Path folder;

  @Test
  void writes_a_file_that_people_can_read() {
    RecordingFixture fixture = RecordingFixture.in(folder);

    fixture.record(saying("14.5\n", "a\ttab, no end"), SW_VERS);

    assertThat(fixture.text().replaceAll("at \\d+ ms", "at 12 ms"))
        .isEqualTo(
            """
            kext-manager recording 1
            tool| test 1
            java| 17 on Mac OS X 14.5, aarch64
            started| 2026-11-22T16:04:49Z
            end

            [1] asked
            at 12 ms
            deadline 30000 ms
            argv| /usr/bin/sw_vers
            argv| -productVersion
            end

            [1] answered
            after 35 ms
            out| 14.5
            err| a\\ttab, no end
            err: no final newline
            exit 0
            end

            closed
            """);
  }

  @Test
  void hands_on_what_the_other_runner_answered() {
    try (Recorder recorder = RecordingFixture.in(folder).recorder()) {
      CommandResult result = recorder.around(saying("some data", "some talk")).run(SW_VERS);

      assertThat(result).isEqualTo(saying("some data", "some talk").run(SW_VERS));
    }
  }

  @Test
  void keeps_environment_folder_and_limit_where_they_are_not_the_usual_ones() {
    CommandLine command =
        SW_VERS
            .withEnvironment(Map.of("A", "1", "B", "two words "))
            .withWorkingDirectory(Path.of("/tmp"))
            .withOutputLimit(7)
            .withTimeout(Duration.ofNanos(1_000_001));

    Recording recording = RecordingFixture.in(folder).record(saying("", ""), command);

    assertThat(recording.commands()).extracting(RecordedCommand::command).containsExactly(command);
  }

  @Test
  void keeps_an_empty_environment() {
    CommandLine command = SW_VERS.withEnvironment(Map.of());

    Recording recording = RecordingFixture.in(folder).record(saying("", ""), command);

    assertThat(recording.commands()).extracting(RecordedCommand::command).containsExactly(command);
  }

  @Test
  void keeps_what_became_of_a_command_that_was_stopped() {
    var termination =
        new TimedOut(Duration.ofSeconds(1), new KillReport(Outcome.SURVIVED, List.of(12L, 34L)));
    CommandRunner runner =
        command ->
            new CommandResult(
                command, termination, CapturedOutput.EMPTY, CapturedOutput.EMPTY, Duration.ZERO);

    Recording recording = RecordingFixture.in(folder).record(runner, SW_VERS);

    assertThat(recording.commands().get(0).answer())
        .contains(
            new RecordedAnswer.Ended(
                Duration.ZERO, termination, CapturedOutput.EMPTY, CapturedOutput.EMPTY));
  }

  @Test
  void keeps_why_a_program_did_not_start() {
    assertThat(
            failing(
                command -> {
                  throw new CommandNotStartedException(command, "there is no such program");
                }))
        .isInstanceOfSatisfying(
            RecordedAnswer.NotStarted.class,
            answer -> assertThat(answer.reason()).isEqualTo("there is no such program"));
  }

  @Test
  void keeps_a_failure_of_the_runner_in_its_own_words() {
    assertThat(
            failing(
                command -> {
                  throw new IllegalStateException("no more\nanswers");
                }))
        .isInstanceOfSatisfying(
            RecordedAnswer.Failed.class,
            answer ->
                assertThat(answer.failure())
                    .isEqualTo("java.lang.IllegalStateException: no more\nanswers"));
  }

  @Test
  void keeps_an_interruption_although_the_interrupt_flag_is_set() {
    RecordedAnswer answer =
        failing(
            command -> {
              Thread.currentThread().interrupt();
              throw new CommandInterruptedException(
                  command, new KillReport(Outcome.KILLED, List.of()));
            });

    assertThat(Thread.interrupted()).as("the interrupt flag").isTrue();
    assertThat(answer)
        .isInstanceOfSatisfying(
            RecordedAnswer.Interrupted.class,
            interrupted ->
                assertThat(interrupted.kill())
                    .isEqualTo(new KillReport(Outcome.KILLED, List.of())));
  }

  private RecordedAnswer failing(CommandRunner runner) {
    RecordingFixture fixture = RecordingFixture.in(folder);
    try (Recorder recorder = fixture.recorder()) {
      recorder.around(runner).run(SW_VERS);
    } catch (CommandNotStartedException | CommandInterruptedException | IllegalStateException e) {
      return fixture.read().commands().get(0).answer().orElseThrow();
    }
    throw new AssertionError("The runner did not fail.");
  }

  @Test
  void has_a_command_on_the_disk_before_it_is_started() {
    RecordingFixture fixture = RecordingFixture.in(folder);
    List<Recording> seen = new ArrayList<>();

    fixture.record(
        command -> {
          seen.add(fixture.read());
          return saying("", "").run(command);
        },
        SW_VERS);

    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).end()).isEqualTo(RecordingEnd.OPEN);
    assertThat(seen.get(0).commands())
        .satisfiesExactly(
            unfinished -> {
              assertThat(unfinished.command()).isEqualTo(SW_VERS);
              assertThat(unfinished.answer()).isEmpty();
            });
  }

  @Test
  void keeps_the_blocks_of_threads_apart() throws Exception {
    RecordingFixture fixture = RecordingFixture.in(folder);
    int commandsEach = 20;
    var bothAsk = new CyclicBarrier(2);
    try (Recorder recorder = fixture.recorder()) {
      CommandRunner runner =
          recorder.around(
              command -> {
                try {
                  // Both have asked before either is answered.
                  bothAsk.await();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
                String line = String.join(" ", command.arguments()) + "\n";
                return saying(line.repeat(50), line).run(command);
              });
      List<Thread> threads = new ArrayList<>();
      for (String name : List.of("first", "second")) {
        Thread thread =
            new Thread(
                () -> {
                  for (int i = 0; i < commandsEach; i++) {
                    runner.run(CommandLine.of(Path.of("/bin/echo"), name, String.valueOf(i)));
                  }
                });
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }

    Recording recording = fixture.read();

    assertThat(recording.commands()).hasSize(2 * commandsEach);
    assertThat(recording.commands())
        .allSatisfy(
            recorded -> {
              String line = String.join(" ", recorded.command().arguments()) + "\n";
              assertThat(recorded.answer())
                  .contains(
                      new RecordedAnswer.Ended(
                          Duration.ofMillis(35),
                          new Exited(0),
                          CapturedOutput.of(line.repeat(50)),
                          CapturedOutput.of(line)));
            });
  }

  @Test
  void makes_a_file_for_its_owner_alone() throws IOException {
    RecordingFixture fixture = RecordingFixture.in(folder);

    fixture.recorder().close();

    assertThat(Files.getPosixFilePermissions(fixture.file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void overwrites_nothing() throws IOException {
    RecordingFixture fixture = RecordingFixture.in(folder);
    Files.writeString(fixture.file(), "precious");

    assertThatExceptionOfType(RecordingException.class)
        .isThrownBy(fixture::recorder)
        .withMessage(
            "Cannot record to %s: it exists, and a recording overwrites nothing.", fixture.file());
    assertThat(fixture.text()).isEqualTo("precious");
  }

  @Test
  void follows_no_link_even_to_nowhere() throws IOException {
    RecordingFixture fixture = RecordingFixture.in(folder);
    Path target = folder.resolve("target");
    Files.createSymbolicLink(fixture.file(), target);

    assertThatExceptionOfType(RecordingException.class)
        .isThrownBy(fixture::recorder)
        .withMessageEndingWith("it is a symbolic link, and a recording follows none.");
    assertThat(target).doesNotExist();
  }

  @Test
  void says_that_a_folder_does_not_exist() {
    assertThatExceptionOfType(RecordingException.class)
        .isThrownBy(() -> RecordingFixture.in(folder.resolve("none")).recorder())
        .withMessageEndingWith("its folder does not exist.");
  }

  @Test
  void refuses_to_ask_after_it_was_closed() {
    Recorder recorder = RecordingFixture.in(folder).recorder();
    CommandRunner runner = recorder.around(saying("", ""));
    recorder.close();

    assertThatIllegalStateException().isThrownBy(() -> runner.run(SW_VERS));
  }

  @Test
  void goes_on_running_commands_when_the_disk_is_full_and_says_so_at_the_end() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no /dev/full");
    var recorder =
        new Recorder(
            full,
            RecordingFile.onto(FileChannel.open(full, StandardOpenOption.WRITE)),
            Redaction.none());

    CommandResult result = recorder.around(saying("some data", "")).run(SW_VERS);

    assertThat(result.stdout()).isEqualTo(CapturedOutput.of("some data"));
    assertThatExceptionOfType(RecordingException.class)
        .isThrownBy(recorder::close)
        .withMessageStartingWith("The recording /dev/full is not whole: ");
  }

  @Test
  void knows_the_release_and_the_architecture_from_the_commands_that_were_asked_anyway() {
    CommandRunner runner =
        command ->
            saying(command.arguments().contains("-m") ? "arm64\n" : "14.5\n", "").run(command);

    Recording recording =
        RecordingFixture.in(folder)
            .record(runner, SW_VERS, CommandLine.of(Path.of("/usr/bin/uname"), "-m"));

    assertThat(recording.release().map(Object::toString)).contains("14.5");
    assertThat(recording.architecture().map(Object::toString)).contains("arm64");
  }

  @Test
  void knows_no_release_where_nothing_says_it() {
    Recording recording = RecordingFixture.in(folder).record(saying("nonsense", ""), SW_VERS);

    assertThat(recording.release()).isEqualTo(Optional.empty());
  }
}
