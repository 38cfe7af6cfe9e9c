package io.github.kextmanager.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandExceptionTest {
  private final CommandLine command = CommandLine.of(Path.of("/usr/sbin/kextstat"), "-l");

  @Test
  void a_command_that_did_not_start_says_why() {
    var exception = new CommandNotStartedException(command, "No such file or directory");

    assertThat(exception)
        .isInstanceOf(CommandException.class)
        .hasMessage("Cannot start /usr/sbin/kextstat: No such file or directory.");
    assertThat(exception.command()).isEqualTo(command);
  }

  @Test
  void an_interrupted_command_says_what_became_of_it() {
    var report = new KillReport(KillReport.Outcome.SURVIVED, List.of(77L));
    var exception = new CommandInterruptedException(command, report);

    assertThat(exception)
        .hasMessageStartingWith("Interrupted while running /usr/sbin/kextstat")
        .hasMessageEndingWith(report.sentence());
    assertThat(exception.kill()).isEqualTo(report);
  }

  @Test
  void a_refusal_by_sudo_keeps_the_lines_that_say_so() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SudoRefusal(SudoRefusal.Kind.OTHER, List.of()))
        .withMessage("A refusal by sudo needs the lines that say so.");
  }
}
