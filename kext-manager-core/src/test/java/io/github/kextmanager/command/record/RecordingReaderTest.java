package io.github.kextmanager.command.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kextmanager.command.CapturedOutput;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingReaderTest {
  private static final String WHOLE =
      """
      kext-manager recording 1
      tool| test 1
      java| 17
      started| 2026-11-22T16:04:49Z
      macos| 14.5
      architecture| arm64
      end

      # Here I clicked Allow.
      [1] asked
      at 12 ms
      deadline 30000 ms
      argv| /usr/sbin/kextstat
      argv| -l
      end

      [2] asked
      at 13 ms
      deadline 1000 ms
      limit 4096 bytes
      folder| /tmp
      env| A=b
      argv| /sbin/kextload
      end

      [1] answered
      after 35 ms
      out| Index
      out|
      out| caf\\u{e9}
      out: no final newline
      err: truncated
      exit 0
      end

      [2] answered
      after 1000 ms
      timed-out 1000 ms, survived 12 34
      end

      closed
      """;

  @TempDir private Path folder;

  @Test
  void reads_blocks_that_stand_between_those_of_another_command() {
    Recording recording = RecordingReader.read("whole", WHOLE);

    assertThat(recording.commands()).extracting(RecordedCommand::number).containsExactly(1, 2);
    assertThat(recording.commands()).allMatch(command -> command.answer().isPresent());
    assertThat(recording.end()).isEqualTo(RecordingEnd.CLOSED);
  }

  @Test
  void reads_the_streams_apart_with_their_marks() {
    assertThat(RecordingReader.read("whole", WHOLE).commands().get(0).answer())
        .get()
        .isInstanceOfSatisfying(
            RecordedAnswer.Ended.class,
            ended -> {
              assertThat(ended.stdout()).isEqualTo(CapturedOutput.of("Index\n\ncaf\u00e9"));
              assertThat(ended.stderr()).isEqualTo(new CapturedOutput("", true));
            });
  }

  @Test
  void says_where_a_command_was_asked() {
    assertThat(RecordingReader.read("whole", WHOLE).commands())
        .extracting(RecordedCommand::line)
        .containsExactly(10, 17);
  }

  @Test
  void reads_the_release_and_the_architecture_of_the_header() {
    Recording recording = RecordingReader.read("whole", WHOLE);

    assertThat(recording.release().map(Object::toString)).contains("14.5");
    assertThat(recording.architecture().map(Object::toString)).contains("arm64");
  }

  @Test
  void reads_the_line_ends_of_another_system() {
    assertThat(RecordingReader.read("whole", WHOLE.replace("\n", "\r\n")))
        .isEqualTo(RecordingReader.read("whole", WHOLE));
  }

  @Test
  void reads_what_a_crash_left_wherever_it_struck() {
    Recording whole = RecordingReader.read("whole", WHOLE);
    int header = WHOLE.indexOf("\n\n# Here");
    for (int length = header; length < WHOLE.length(); length++) {
      Recording cut = RecordingReader.read("cut", WHOLE.substring(0, length));

      for (int i = 0; i < cut.commands().size(); i++) {
        RecordedCommand known = whole.commands().get(i);
        assertThat(cut.commands().get(i).command()).isEqualTo(known.command());
        assertThat(cut.commands().get(i).answer()).isIn(Optional.empty(), known.answer());
      }
    }
  }

  @Test
  void leaves_out_the_block_that_was_torn_and_says_so() {
    Recording torn =
        RecordingReader.read("torn", WHOLE.substring(0, WHOLE.indexOf("out| caf") + 4));

    assertThat(torn.end()).isEqualTo(RecordingEnd.TORN);
    assertThat(torn.commands()).hasSize(2).allMatch(command -> command.answer().isEmpty());
  }

  @Test
  void takes_the_zeros_of_a_crashed_file_system_for_a_torn_end() {
    int end = WHOLE.indexOf("\n[2] answered");

    Recording torn = RecordingReader.read("torn", WHOLE.substring(0, end) + "\0".repeat(512));

    assertThat(torn.end()).isEqualTo(RecordingEnd.TORN);
    assertThat(torn.commands()).hasSize(2);
  }

  @Test
  void says_of_a_whole_block_without_the_last_line_that_more_may_have_been_asked() {
    assertThat(RecordingReader.read("open", WHOLE.replace("\nclosed\n", "")).end())
        .isEqualTo(RecordingEnd.OPEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kext-manager recording 1; kext-manager recording 2; 1; this library reads version 1",
        "kext-manager recording 1; Index Refs; 1; a recording begins with",
        "tool| test 1; tool test; 2; here stands \"tool| ...\"",
        "started| 2026-11-22T16:04:49Z; started| today; 4; a time is in UTC",
        "macos| 14.5; macos| Sonoma; 5; ",
        "at 12 ms; at noon; 11; a duration is a number of milliseconds",
        "deadline 30000 ms; deadline 0 ms; 12; The timeout must be positive",
        "argv| /usr/sbin/kextstat; argv| kextstat; 13; must be an absolute path",
        "argv| -l; argv| -\\u{0}; 14; holds a NUL",
        "argv| -l; argv| \\x; 14; a backslash begins one of",
        "argv| -l; argv| \\u{110000}; 14; \\u is followed by",
        "argv| -l; argv| \\u{; 14; \\u is followed by",
        "argv| -l; arg -l; 14; after the words of a command stands \"end\"",
        "limit 4096 bytes; limit 4096; 20; a limit is a number of bytes",
        "limit 4096 bytes; limit 2999999999 bytes; 20; a limit is a number of bytes",
        "env| A=b; env| A; 22; a variable is a name",
        "[2] asked; [1] asked; 17; the numbers of commands ascend",
        "[2] answered; [3] answered; 36; an answer has the number of a command",
        "[2] answered; [1] answered; 36; an answer has the number of a command",
        "[2] answered; [2] replied; 36; a block begins with its number",
        "exit 0; exit zero; 33; a status or signal is a number",
        "exit 0; gone; 33; an answer says how it ended",
        "survived 12 34; survived; 38; processes are",
        "err: truncated; err: no final newline; 32; this stands after the last line",
        "# Here I; Here I; 9; a block begins with its number",
        "closed; closed?; 41; a block begins with",
      })
  void refuses_what_breaks_a_rule_with_the_line_and_the_rule(
      String right, String wrong, int line, String rule) {
    assertThatExceptionOfType(UnreadableRecordingException.class)
        .isThrownBy(() -> RecordingReader.read("broken", WHOLE.replace(right, wrong)))
        .withMessageStartingWith("broken, line " + line + ": ")
        .withMessageContaining(rule == null ? "" : rule)
        .satisfies(exception -> assertThat(exception.line()).isEqualTo(line));
  }

  @Test
  void refuses_what_is_not_ascii_with_its_line() {
    assertThatExceptionOfType(UnreadableRecordingException.class)
        .isThrownBy(() -> RecordingReader.read("broken", WHOLE.replace("Index", "\u00cfndex")))
        .withMessageStartingWith("broken, line 28: a recording is printable ASCII")
        .withMessageEndingWith("\"out| \\u{cf}ndex\"");
  }

  @Test
  void refuses_anything_after_the_last_line() {
    assertThatExceptionOfType(UnreadableRecordingException.class)
        .isThrownBy(() -> RecordingReader.read("broken", WHOLE + "[3] asked\n"))
        .withMessageContaining("after \"closed\" stand comments only");
  }

  @Test
  void refuses_an_empty_text() {
    assertThatExceptionOfType(UnreadableRecordingException.class)
        .isThrownBy(() -> RecordingReader.read("empty", ""))
        .withMessageStartingWith("empty, line 1: a recording begins with");
  }

  @Test
  void refuses_a_header_that_was_torn() {
    assertThatExceptionOfType(UnreadableRecordingException.class)
        .isThrownBy(() -> RecordingReader.read("torn", WHOLE.substring(0, 40)))
        .withMessageStartingWith("torn, line 3: ");
  }

  @Test
  void says_that_a_file_does_not_exist() {
    Path none = folder.resolve("none.kextrec");

    assertThatExceptionOfType(RecordingException.class)
        .isThrownBy(() -> RecordingReader.read(none))
        .withMessage("Cannot read the recording %s: there is no such file.", none);
  }

  @Test
  void refuses_more_than_it_is_ready_to_hold() {
    String endless = "x".repeat(RecordingReader.MAXIMUM_BYTES + 1);

    assertThatExceptionOfType(UnreadableRecordingException.class)
        .isThrownBy(() -> RecordingReader.read("endless", endless))
        .withMessageContaining("a recording has at most 67108864 bytes");
  }
}
