package io.github.kextmanager.testing.unifiedlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.log.EntryType;
import io.github.kextmanager.testing.log.LogEntry;
import io.github.kextmanager.testing.log.LogSource;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTest {
  private static final UUID EARLIER = new UUID(0, 1);
  private static final UUID NOW = new UUID(0, 2);
  private static final List<LogEntry> ENTRIES =
      List.of(
          entry("2024-05-01T10:00:00.250Z", EARLIER, LogSource.KERNEL, EntryType.DEFAULT, "first"),
          entry(
              "2024-05-01T11:00:00Z",
              NOW,
              LogSource.KERNEL.by("Widget"),
              EntryType.ERROR,
              "Kext com.example.Widget start failed (result 0x5)."),
          entry(
              "2024-05-01T11:10:00.5Z",
              NOW,
              LogSource.process("kernelmanagerd", 135)
                  .in("com.apple.kernelmanagerd.logging", "Load"),
              EntryType.DEFAULT,
              "validating extension at \"/Library/Extensions/Widget.kext\""),
          entry("2024-05-01T11:20:00Z", NOW, LogSource.KERNEL, EntryType.INFO, "only for info"),
          entry("2024-05-01T11:30:00Z", NOW, LogSource.KERNEL, EntryType.DEBUG, "only for debug"));

  @Test
  void shows_columns_and_counts() {
    assertThat(show("14.5"))
        .containsExactly(
            "Timestamp                       Thread     Type        Activity             PID    TTL"
                + "  ",
            "2024-05-01 10:00:00.250000+0000 0x200      Default     0x0                  0      0  "
                + "  kernel: first",
            "2024-05-01 11:00:00.000000+0000 0x200      Error       0x0                  0      0  "
                + "  kernel: (Widget) Kext com.example.Widget start failed (result 0x5).",
            "2024-05-01 11:10:00.500000+0000 0x287      Default     0x0                  135    0  "
                + "  kernelmanagerd: [com.apple.kernelmanagerd.logging:Load] validating extension"
                + " at \"/Library/Extensions/Widget.kext\"",
            "-".repeat(116),
            "Log      - Default:          2, Info:                0, Debug:             0, Error:  "
                + "        1, Fault:          0",
            "Activity - Create:           0, Transition:          0, Actions:           0");
  }

  @Test
  void has_no_column_for_the_time_to_live_on_high_sierra() {
    assertThat(show("10.13.6", "--predicate", "processID == 0"))
        .startsWith(
            "Filtering the log data using \"processID == 0\"",
            "Skipping info and debug messages, pass --info and/or --debug to include.",
            "Timestamp                       Thread     Type        Activity             PID    ",
            "2024-05-01 10:00:00.250000+0000 0x200      Default     0x0                  0     "
                + " kernel: first");
  }

  @Test
  void shows_what_the_predicate_demands() {
    assertThat(show("14.5", "--style", "syslog", "--predicate", "sender == \"Widget\""))
        .containsExactly(
            "Timestamp                       (process)[PID]    ",
            "2024-05-01 11:00:00.000000+0000  localhost kernel[0]: (Widget) Kext com.example.Widget"
                + " start failed (result 0x5).");
  }

  @Test
  void shows_one_line_for_each_in_the_compact_style() {
    assertThat(show("26", "--style=compact", "--predicate", "subsystem BEGINSWITH 'com.apple'"))
        .containsExactly(
            "Timestamp               Ty Process[PID:TID]",
            "2024-05-01 11:10:00.500 Df kernelmanagerd[135:287]"
                + " [com.apple.kernelmanagerd.logging:Load] validating extension at"
                + " \"/Library/Extensions/Widget.kext\"");
  }

  @Test
  void ends_lines_of_json_with_one_that_says_so() {
    assertThat(show("15", "--style", "ndjson", "--predicate", "category == 'Load'"))
        .hasSize(2)
        .last()
        .isEqualTo("{\"count\":1,\"finished\":1}");
  }

  @Test
  void escapes_slashes_and_quotes_in_json() {
    assertThat(
            String.join("\n", show("15", "--style", "json", "--predicate", "category == 'Load'")))
        .startsWith("[{\n")
        .endsWith("\n}]")
        .contains(
            "\"eventMessage\" : \"validating extension at"
                + " \\\"\\/Library\\/Extensions\\/Widget.kext\\\"\"")
        .contains("\"bootUUID\" : \"00000000-0000-0000-0000-000000000002\"");
  }

  @Test
  void shows_info_and_debug_only_when_asked() {
    assertThat(texts(show("14", "--style", "syslog", "--info", "--debug"))).hasSize(5);
    assertThat(texts(show("14", "--style", "syslog", "--info"))).hasSize(4);
    assertThat(texts(show("14", "--style", "syslog"))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"boot", "1h", "60m", "3600"})
  void shows_what_was_last(String length) {
    assertThat(texts(show("14", "--style", "syslog", "--last", length)))
        .hasSize(2)
        .noneMatch(line -> line.endsWith("first"));
  }

  @Test
  void shows_what_was_between_two_times() {
    assertThat(
            texts(
                show(
                    "14",
                    "--style",
                    "syslog",
                    "--start",
                    "2024-05-01 12:30:00+0200",
                    "--end",
                    "2024-05-01 11:05")))
        .hasSize(1)
        .first()
        .asString()
        .contains("(Widget)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--last soon",
        "--start yesterday",
        "--style fancy",
        "--nonsense",
        "--predicate (",
        "--end"
      })
  void refuses_what_it_does_not_know(String arguments) {
    var stdout = new OutputStreamText();
    var stderr = new OutputStreamText();

    int status = run("14", stdout, stderr, ("show " + arguments).split(" "));

    assertThat(status).isEqualTo(64);
    assertThat(stderr.text()).startsWith("log: ");
    assertThat(stdout.text()).isEmpty();
  }

  @Test
  void has_nothing_to_stream() {
    var stdout = new OutputStreamText();

    run("14", stdout, new OutputStreamText(), "stream", "--predicate", "process == 'kernel'");

    assertThat(stdout.text().lines())
        .containsExactly(
            "Filtering the log data using \"process == 'kernel'\"",
            "Timestamp                       Thread     Type        Activity             PID    TTL"
                + "  ");
  }

  private static List<String> texts(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("2024")).toList();
  }

  private static List<String> show(String release, String... arguments) {
    var stdout = new OutputStreamText();
    String[] words = new String[arguments.length + 1];
    words[0] = "show";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    assertThat(run(release, stdout, new OutputStreamText(), words)).isZero();
    return stdout.text().lines().toList();
  }

  private static int run(
      String release, OutputStreamText stdout, OutputStreamText stderr, String... words) {
    var log =
        new Log(
            MacOsVersion.parse(release),
            () -> ENTRIES,
            InstantSource.fixed(Instant.parse("2024-05-01T12:00:00Z")),
            () -> NOW);
    return log.run(
        new Invocation(Log.PATH, List.of(words), Map.of(), 0, Path.of("/"), stdout, stderr));
  }

  private static LogEntry entry(
      String time, UUID session, LogSource source, EntryType type, String text) {
    return new LogEntry(Instant.parse(time), session, source, type, text);
  }
}
