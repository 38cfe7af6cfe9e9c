package io.github.kextmanager.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  private static final Path KEXTSTAT = Path.of("/usr/sbin/kextstat");

  @Test
  void by_default_inherits_nothing_and_runs_at_the_root_for_30_seconds() {
    CommandLine command = CommandLine.of(KEXTSTAT, "-l");

    assertThat(command.environment())
        .containsOnly(Map.entry("LC_ALL", "C"), Map.entry("PATH", "/usr/bin:/bin:/usr/sbin:/sbin"));
    assertThat(command.workingDirectory()).isEqualTo(Path.of("/"));
    assertThat(command.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(command.outputLimitBytes()).isEqualTo(1024 * 1024);
  }

  @Test
  void argv_is_the_program_and_its_arguments_as_they_stand() {
    assertThat(CommandLine.of(KEXTSTAT, "-b", "a b", "$HOME", "").argv())
        .containsExactly("/usr/sbin/kextstat", "-b", "a b", "$HOME", "");
  }

  @Test
  void is_equal_by_value() {
    assertThat(CommandLine.of(KEXTSTAT, "-l"))
        .isEqualTo(CommandLine.of(KEXTSTAT, "-l"))
        .isNotEqualTo(CommandLine.of(KEXTSTAT, "-l").withTimeout(Duration.ofSeconds(31)));
  }

  @Test
  void each_with_changes_one_thing_and_leaves_the_original() {
    CommandLine command = CommandLine.of(KEXTSTAT, "-l");

    CommandLine changed =
        command
            .withEnvironment(Map.of("A", "b"))
            .withWorkingDirectory(Path.of("/tmp"))
            .withTimeout(Duration.ofMinutes(5))
            .withOutputLimit(7);

    assertThat(changed)
        .isEqualTo(
            new CommandLine(
                KEXTSTAT,
                command.arguments(),
                Map.of("A", "b"),
                Path.of("/tmp"),
                Duration.ofMinutes(5),
                7));
    assertThat(command).isEqualTo(CommandLine.of(KEXTSTAT, "-l"));
  }
}
