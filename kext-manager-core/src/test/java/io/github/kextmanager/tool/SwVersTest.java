package io.github.kextmanager.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.QueryFailedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwVersTest {
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private final SwVers swVers = new SwVers();

  @Test
  void asks_for_the_product_version() {
    assertThat(swVers.command(DEADLINE).argv())
        .containsExactly("/usr/bin/sw_vers", "-productVersion");
  }

  @Test
  void reads_a_release() {
    assertThat(swVers.read(answer(0, "10.15.7\n"))).isEqualTo(new MacOsVersion(10, 15, 7));
  }

  @Test
  void reads_the_compatibility_name_of_11_as_11() {
    assertThat(swVers.read(answer(0, "10.16\n"))).isEqualTo(new MacOsVersion(11, 0, 0));
  }

  @Test
  void takes_no_other_text_for_a_release() {
    assertThatThrownBy(() -> swVers.read(answer(0, "ProductName: macOS\n")))
        .isInstanceOf(QueryFailedException.class)
        .hasMessageContaining("/usr/bin/sw_vers -productVersion")
        .hasMessageContaining("ProductName: macOS");
  }

  @Test
  void takes_no_failure_for_an_answer_and_keeps_what_was_said() {
    assertThatThrownBy(() -> swVers.read(answer(1, "14.0\n")))
        .isInstanceOfSatisfying(
            QueryFailedException.class,
            failure -> assertThat(failure.lines()).containsExactly("oops", "14.0"))
        .hasMessageContaining("status 1");
  }

  @Test
  void says_that_it_ran_into_its_deadline() {
    var report = new KillReport(KillReport.Outcome.KILLED, List.of());
    var late = result(new Termination.TimedOut(DEADLINE, report), CapturedOutput.EMPTY);

    assertThatThrownBy(() -> swVers.read(late)).hasMessageContaining("within 2000 ms");
  }

  @Test
  void says_that_it_was_killed() {
    var killed = result(new Termination.Signalled(9), CapturedOutput.EMPTY);

    assertThatThrownBy(() -> swVers.read(killed)).hasMessageContaining("signal 9");
  }

  @Test
  void takes_no_answer_that_was_cut() {
    var cut = result(new Termination.Exited(0), new CapturedOutput("10.1", true));

    assertThatThrownBy(() -> swVers.read(cut)).hasMessageContaining("cut");
  }

  private CommandResult answer(int status, String text) {
    return result(new Termination.Exited(status), CapturedOutput.of(text));
  }

  private CommandResult result(Termination termination, CapturedOutput output) {
    return new CommandResult(
        swVers.command(DEADLINE),
        termination,
        output,
        CapturedOutput.of("oops\n"),
        Duration.ofMillis(3));
  }
}
