package io.github.kextmanager.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.Termination;
import io.github.kextmanager.model.SnapshotDifference;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandRecordTest {
  private static CommandRecord recordOf(List<String> argv) {
    return new CommandRecord(
        Instant.EPOCH,
        argv,
        CommandRecord.Access.ROOT,
        Optional.of(new Termination.Exited(0)),
        false,
        Duration.ofMillis(12));
  }

  @Test
  void does_not_change_with_the_list_of_words_it_was_made_of() {
    List<String> argv = new ArrayList<>(List.of("/sbin/kextload"));
    CommandRecord commandRecord = recordOf(argv);

    argv.add("-q");

    assertThat(commandRecord.argv()).containsExactly("/sbin/kextload");
  }

  @Test
  void a_report_does_not_change_with_the_list_of_commands_it_was_made_of() {
    List<CommandRecord> commands = new ArrayList<>();
    var report =
        new ChangeReport(
            Verdict.of(Category.OK_LOADED, List.of()),
            new SnapshotDifference(List.of(), List.of(), List.of()),
            commands);

    commands.add(recordOf(List.of("/sbin/kextload")));

    assertThat(report.commands()).isEmpty();
  }
}
