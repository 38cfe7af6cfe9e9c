package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Fault.Hang;
import io.github.kextmanager.testing.Fault.Killed;
import io.github.kextmanager.testing.Fault.Work;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a Mac tells people of what was done with it. */
class TranscriptOfAMacTest {
  private final SimulatedMac mac =
      SimulatedMac.builder(MacOsVersion.parse("10.15.7"))
          .program(
              Path.of("/opt/talk"),
              arguments ->
                  Reply.exit(0).stdout("word\n".repeat(Integer.parseInt(arguments.get(0)))))
          .build();

  @AfterEach
  void close_the_mac() {
    mac.close();
  }

  @Test
  void says_that_nothing_was_asked() {
    assertThat(mac.transcript())
        .startsWith("A simulated Mac with macOS 10.15.7 (x86_64)\nNo command was run.\n");
  }

  @Test
  void shows_the_words_both_streams_and_the_status_of_a_command() {
    run("/sbin/kextload", "/no such.kext");

    assertThat(mac.transcript())
        .contains("   1. /sbin/kextload '/no such.kext'\n    err| ")
        .contains("no such.kext")
        .contains("    exit 71\n");
  }

  @Test
  void shows_how_a_command_ended_that_did_not_end_by_itself() {
    mac.nextCommand(new Hang(Work.UNDONE));
    mac.nextCommand(new Killed(9, Work.UNDONE));
    run("/usr/bin/true");
    run("/usr/bin/true");

    assertThat(mac.transcript()).contains("timed out", "killed by signal 9");
  }

  @Test
  void shows_a_program_that_is_not_there() {
    assertThatThrownBy(() -> run("/usr/bin/none")).isInstanceOf(CommandNotStartedException.class);

    assertThat(mac.transcript())
        .contains("1. /usr/bin/none\n    not started: No such file or directory\n");
  }

  @Test
  void shows_the_beginning_of_a_long_answer() {
    run("/opt/talk", "100");

    assertThat(mac.transcript()).contains("    out| word\n", "    out| ... 40 more lines\n");
  }

  @Test
  void shows_the_last_of_many_commands() {
    for (int i = 0; i < 120; i++) {
      run("/opt/talk", String.valueOf(i));
    }

    assertThat(mac.transcript())
        .contains("The first 20 commands are left out.", "  21. /opt/talk 20\n", " 120. ")
        .doesNotContain("  20. ");
  }

  @Test
  void shows_what_the_kernel_holds() {
    assertThat(mac.transcript())
        .contains("The kernel holds 13 kexts:\n   1. com.apple.kpi.bsd (19.6.0), used by 5\n");
  }

  private void run(String program, String... arguments) {
    mac.run(CommandLine.of(Path.of(program), arguments));
  }
}
