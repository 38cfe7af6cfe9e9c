package io.github.kextmanager.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KextLogTest {
  private static final Instant MOMENT = Instant.parse("2026-03-21T21:27:20.9Z");
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  @TempDir Path root;
  private final List<CommandLine> asked = new ArrayList<>();

  private LogReading read(String release, CommandRunner runner) {
    return new KextLog(runner, root, MacOsVersion.parse(release), () -> MOMENT.plusSeconds(61))
        .since(MOMENT, DEADLINE);
  }

  private CommandRunner answering(int status, String stdout, String stderr) {
    return command -> {
      asked.add(command);
      return new CommandResult(
          command,
          new Termination.Exited(status),
          CapturedOutput.of(stdout),
          CapturedOutput.of(stderr),
          Duration.ZERO);
    };
  }

  @Test
  void asks_for_the_minutes_since_the_moment() {
    read("14.4", answering(0, "", ""));

    assertThat(asked.get(0).argv())
        .startsWith("/usr/bin/log", "show", "--style", "syslog")
        .containsSubsequence("--last", "3m");
    assertThat(asked.get(0).timeout()).isEqualTo(DEADLINE);
  }

  @Test
  void reads_messages_with_the_lines_that_belong_to_them() {
    String printed =
        """
        Timestamp                       (process)[PID]
        2026-03-21 22:27:21.008417+0100  localhost kernel[0]: Can't unload kext com.example.a; classes have instances:
            Kext com.example.a class com_example_A has 2 instances.
        2026-03-21 22:27:21.108417+0100  localhost kernelmanagerd[99]: [com.apple.km:load] failed
        """;

    assertThat(read("14.4", answering(0, printed, "")).lines())
        .extracting(LogLine::process)
        .containsExactly("kernel", "kernelmanagerd");
    assertThat(read("14.4", answering(0, printed, "")).lines().get(0).text())
        .endsWith("has 2 instances.");
  }

  @Test
  void leaves_out_what_was_said_before_the_moment() {
    String printed =
        """
        2026-03-21 22:27:19.999999+0100  localhost kernel[0]: Kext com.example.old unloaded.
        2026-03-21 22:27:20.000001+0100  localhost kernel[0]: Kext com.example.new unloaded.
        """;

    assertThat(read("14.4", answering(0, printed, "")).lines())
        .singleElement()
        .extracting(LogLine::text)
        .asString()
        .contains("com.example.new");
  }

  @Test
  void says_why_the_log_could_not_be_read() {
    LogReading reading = read("14.4", answering(64, "", "log: must be admin to run\n"));

    assertThat(reading.lines()).isEmpty();
    assertThat(reading.problem()).contains("log show did not answer: log: must be admin to run");
  }

  @Test
  void a_mac_without_the_program_has_no_lines() {
    LogReading reading =
        read(
            "14.4",
            command -> {
              throw new CommandNotStartedException(command, "No such file or directory");
            });

    assertThat(reading.problem().orElseThrow()).contains("could not be run");
  }

  /** A line of system.log, some seconds after the moment, in local time. */
  private static String at(int seconds, String text) {
    return DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ENGLISH)
            .format(MOMENT.plusSeconds(seconds).atZone(ZoneId.systemDefault()))
        + " mac "
        + text
        + "\n";
  }

  private LogReading readOlder(String log) throws IOException {
    Files.createDirectories(root.resolve("private/var/log"));
    Files.writeString(root.resolve("private/var/log/system.log"), log);
    return read("10.11.6", answering(1, "", ""));
  }

  @Test
  void an_older_log_that_reaches_back_is_all() throws IOException {
    LogReading reading =
        readOlder(at(-1, "Finder[300]: hello") + at(1, "kernel[0]: Kext com.example.a unloaded."));

    assertThat(reading.problem()).isEmpty();
  }

  @Test
  void tells_that_an_older_log_may_have_been_rotated() throws IOException {
    LogReading reading = readOlder(at(1, "kernel[0]: Kext com.example.a unloaded."));

    assertThat(reading.lines()).hasSize(1);
    assertThat(reading.problem().orElseThrow()).contains("rotated");
  }

  @Test
  void tells_that_more_was_said_than_the_end_of_an_older_log_holds() throws IOException {
    LogReading reading =
        readOlder(
            at(-1, "Finder[300]: hello")
                + at(1, "kernel[0]: Kext com.example.a unloaded.")
                + at(2, "Finder[300]: hello").repeat(10_000));

    assertThat(reading.problem().orElseThrow()).contains("the last 262144 bytes");
  }

  @Test
  void drops_no_line_of_a_long_message() {
    String printed =
        "2026-03-21 22:27:21.0+0100  localhost kernel[0]: classes have instances:\n"
            + "    Kext com.example.a class A has 1 instance.\n".repeat(200);

    assertThat(read("14.4", answering(0, printed, "")).lines().get(0).text().lines()).hasSize(201);
  }

  @Test
  void reads_the_end_of_the_older_log() throws IOException {
    Files.createDirectories(root.resolve("private/var/log"));
    Files.writeString(
        root.resolve("private/var/log/system.log"),
        at(-1, "kernel[0]: Kext com.example.old start failed (result 0x5).")
            + at(1, "kernel[0]: Kext com.example.a start failed (result 0x5).")
            + at(1, "Finder[300]: nothing of ours")
            + at(2, "com.apple.kextd[54]: Failed to load /a.kext - (libkern/kext) link error."));

    LogReading reading = read("10.11.6", answering(1, "", ""));

    assertThat(asked).isEmpty();
    assertThat(reading.lines())
        .extracting(LogLine::process)
        .containsExactly("kernel", "com.apple.kextd");
  }

  @Test
  void tells_that_the_older_log_is_missing() {
    assertThat(read("10.11", answering(0, "", "")).problem())
        .contains("There is no /private/var/log/system.log.");
  }

  @Test
  void tells_why_the_older_log_cannot_be_read_by_its_path_on_the_mac() throws IOException {
    Path log = root.resolve("private/var/log/system.log");
    Files.createDirectories(log.getParent());
    Files.createSymbolicLink(log, Path.of("elsewhere"));

    assertThat(read("10.11", answering(0, "", "")).problem().orElseThrow())
        .startsWith("/private/var/log/system.log could not be read: ")
        .doesNotContain(root.toString(), "java.");
  }

  @Test
  void keeps_what_was_printed_before_the_deadline() {
    LogReading reading =
        read(
            "14.4",
            command ->
                new CommandResult(
                    command,
                    new Termination.TimedOut(
                        DEADLINE, new KillReport(KillReport.Outcome.KILLED, List.of())),
                    CapturedOutput.of(
                        "2026-03-21 22:27:21.0+0100  localhost kernel[0]: Kext a unloaded.\n"
                            + "2026-03-21 22:27:21.1+0100  localhost ker"),
                    CapturedOutput.EMPTY,
                    DEADLINE));

    assertThat(reading.lines()).isNotEmpty();
    assertThat(reading.problem()).contains("log show took more than 20000 ms, and was stopped.");
  }

  @Test
  void a_failure_without_a_word_is_told_in_one() {
    assertThat(read("14.4", answering(1, "", "\n")).problem())
        .contains("log show did not answer: it failed, and said nothing.");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00:05, Dec 31 23:59:59, 2025-12-31T23:59:59",
    "2025-12-31T23:59:59, Jan  1 00:00:03, 2026-01-01T00:00:03",
    "2026-02-01T00:00:05, Jan 31 23:59:59, 2026-01-31T23:59:59",
    "2024-02-29T12:00:00, Feb 29 12:00:01, 2024-02-29T12:00:01"
  })
  void a_time_without_a_year_is_the_nearest_one(
      LocalDateTime moment, String printed, LocalDateTime time) {
    assertThat(LegacyTime.of(printed + " mac kernel[0]: x", moment)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Foo 31 23:59:59 x", "Feb 40 10:00:00 x", "Mar 1 25:00:00", "kernel"})
  void what_is_no_time_is_none(String line) {
    assertThat(LegacyTime.of(line, LocalDateTime.of(2026, 1, 1, 0, 0))).isEmpty();
  }

  @Test
  @Timeout(value = 20, unit = SECONDS)
  void reads_any_text_without_an_exception() {
    var random = new Random(1);
    String line = "2026-03-21 22:27:21.008417+0100  localhost kernel[0]: Can't unload kext";
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder((line + "\n").repeat(3));
      for (int change = 0; change < 5; change++) {
        int at = random.nextInt(text.length());
        text.replace(at, at + random.nextInt(20), "\u0000[\n1]+".substring(random.nextInt(6)));
      }
      assertThat(read("14.4", answering(0, text.toString(), "")).problem()).isEmpty();
    }
    assertThat(read("14.4", answering(0, "[".repeat(1 << 20) + "\n", "")).lines()).isEmpty();
  }
}
