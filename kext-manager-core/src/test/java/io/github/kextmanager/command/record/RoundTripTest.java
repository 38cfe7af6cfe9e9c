package io.github.kextmanager.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every recording. */
class RoundTripTest {
  private static final int COMMANDS = 500;

  @TempDir private Path folder;

  @Test
  void what_is_recorded_is_read_back() {
    RecordingFixture fixture = RecordingFixture.in(folder);
    var random = new RandomRecording(7);
    List<CommandResult> results = new ArrayList<>();
    try (Recorder recorder = fixture.recorder()) {
      for (int i = 0; i < COMMANDS; i++) {
        CommandLine command = random.command();
        CommandResult result = random.result(command);
        results.add(result);
        recorder.around(asked -> result).run(command);
      }
    }

    Recording recording = fixture.read();

    assertThat(recording.header()).isEqualTo(RecordingFixture.HEADER);
    assertThat(recording.end()).isEqualTo(RecordingEnd.CLOSED);
    assertThat(recording.commands().stream().map(RoundTripTest::result).toList())
        .isEqualTo(results);
  }

  @Test
  void every_character_survives() {
    RecordingFixture fixture = RecordingFixture.in(folder);
    var all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      all.append((char) c);
    }

    Recording recording = fixture.record(Commands.saying(all.toString(), ""), Commands.SW_VERS);

    assertThat(result(recording.commands().get(0)).stdout().text()).isEqualTo(all.toString());
  }

  @Test
  void a_recording_is_printable_ascii_without_spaces_at_the_end_of_lines() {
    RecordingFixture fixture = RecordingFixture.in(folder);
    var random = new RandomRecording(8);
    try (Recorder recorder = fixture.recorder()) {
      for (int i = 0; i < 50; i++) {
        CommandResult result = random.result(random.command());
        recorder.around(asked -> result).run(result.command());
      }
    }

    assertThat(fixture.text().lines()).allMatch(line -> line.matches("([ -~]*[!-~])?"));
  }

  private static CommandResult result(RecordedCommand recorded) {
    RecordedAnswer.Ended ended = (RecordedAnswer.Ended) recorded.answer().orElseThrow();
    return new CommandResult(
        recorded.command(), ended.termination(), ended.stdout(), ended.stderr(), ended.elapsed());
  }
}
