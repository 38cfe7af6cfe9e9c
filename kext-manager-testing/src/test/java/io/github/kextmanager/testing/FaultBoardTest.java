package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CommandLine;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FaultBoardTest {
  private static final CommandLine LOAD = CommandLine.of(Path.of("/sbin/kextload"), "x");
  private static final CommandLine SUDO_LOAD =
      CommandLine.of(Path.of("/usr/bin/sudo"), "-n", "--", "/sbin/kextload", "x");
  private static final CommandLine LOOK = CommandLine.of(Path.of("/usr/sbin/kextstat"));
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private final FaultBoard board = new FaultBoard();

  @Test
  void counts_the_runs_of_a_tool_through_sudo_too() {
    plan("kextload#3 exit 1");

    assertThat(struckBy(LOAD)).isEmpty();
    assertThat(struckBy(LOOK)).isEmpty();
    assertThat(struckBy(SUDO_LOAD)).isEmpty();
    assertThat(struckBy(LOAD)).isEqualTo("exit 1");
    assertThat(struckBy(LOAD)).isEmpty();
  }

  @Test
  void tells_the_verbs_of_a_tool_apart() {
    plan("kmutil/load exit 1");

    assertThat(struckBy(CommandLine.of(Path.of("/usr/bin/kmutil"), "showloaded"))).isEmpty();
    assertThat(struckBy(CommandLine.of(Path.of("/usr/bin/kmutil"), "load", "-b", "x")))
        .isEqualTo("exit 1");
  }

  @Test
  void what_had_to_wait_strikes_the_next_run() {
    plan("any exit 1", "kextload exit 2");

    assertThat(struckBy(LOAD)).isEqualTo("exit 1");
    assertThat(struckBy(LOOK)).isEmpty();
    assertThat(struckBy(LOAD)).isEqualTo("exit 2");
  }

  @Test
  void what_strikes_every_time_lets_others_go_first() {
    plan("kextload* exit 1", "kextload#2 exit 2");

    assertThat(struckBy(LOAD)).isEqualTo("exit 1");
    assertThat(struckBy(LOAD)).isEqualTo("exit 2");
    assertThat(struckBy(LOAD)).isEqualTo("exit 1");
  }

  @Test
  void keeps_count_in_what_is_still_planned() {
    plan("kextload#3 exit 1", "commands+2 approval com.example.Widget");

    board.takeEvents(LOAD, NOON);
    board.takeForRun(LOAD);

    assertThat(board.planned())
        .hasToString("[kextload#2 exit 1, commands+1 approval com.example.Widget]");
  }

  @Test
  void what_others_do_happens_beside_a_fault() {
    plan("any exit 1", "any approval com.example.Widget");

    assertThat(board.takeEvents(LOAD, NOON)).hasSize(1);
    assertThat(struckBy(LOAD)).isEqualTo("exit 1");
    assertThat(board.planned()).isEmpty();
  }

  @Test
  void waits_for_a_time() {
    plan("time>=2026-01-31T12:00:00Z approval com.example.Widget");

    assertThat(board.takeEvents(LOAD, NOON.minusSeconds(1))).isEmpty();
    assertThat(board.takeEvents(LOAD, NOON)).hasSize(1);
    assertThat(board.takeEvents(LOAD, NOON)).isEmpty();
  }

  @Test
  void counts_requests_of_one_kind() {
    plan("kernel/load#2 kernel-answers 0xdc008016", "kextd kextd-answers 0xdc008019");

    assertThat(board.takeForKernel(KernelRequest.LOAD)).isEmpty();
    assertThat(board.takeForKernel(KernelRequest.UNLOAD)).isEmpty();
    assertThat(board.takeForKernel(KernelRequest.LOAD)).isPresent();
    assertThat(board.takeForKextd()).isPresent();
    assertThat(board.takeForKextd()).isEmpty();
  }

  private void plan(String... texts) {
    for (String text : texts) {
      board.plan(PlannedFault.parse(text));
    }
  }

  private String struckBy(CommandLine command) {
    return board.takeForRun(command).map(struck -> FaultText.of(struck.fault())).orElse("");
  }
}
