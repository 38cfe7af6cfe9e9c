package io.github.kextmanager.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrivilegeTest {
  private final CommandLine command =
      CommandLine.of(Path.of("/sbin/kextload"), "-b", "com.example.driver")
          .withEnvironment(Map.of("LC_ALL", "C"))
          .withTimeout(Duration.ofMinutes(2))
          .withOutputLimit(99);

  @Test
  void sudo_never_asks_and_takes_no_argument_of_the_tool_for_its_own() {
    assertThat(new Privilege.Sudo().applyTo(command).argv())
        .containsExactly("/usr/bin/sudo", "-n", "--", "/sbin/kextload", "-b", "com.example.driver");
  }

  @Test
  void sudo_keeps_the_conditions_of_the_command() {
    CommandLine asRoot = new Privilege.Sudo().applyTo(command);

    assertThat(asRoot.environment()).isEqualTo(command.environment());
    assertThat(asRoot.workingDirectory()).isEqualTo(command.workingDirectory());
    assertThat(asRoot.timeout()).isEqualTo(command.timeout());
    assertThat(asRoot.outputLimitBytes()).isEqualTo(command.outputLimitBytes());
  }

  @Test
  void sudo_may_be_kept_elsewhere_but_is_not_searched_for() {
    assertThat(new Privilege.Sudo(Path.of("/opt/bin/sudo")).applyTo(command).executable())
        .isEqualTo(Path.of("/opt/bin/sudo"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Privilege.Sudo(Path.of("sudo")))
        .withMessage("The path of sudo must be absolute, not \"sudo\".");
  }

  @Test
  void the_others_leave_the_command_as_it_is() {
    assertThat(new Privilege.AlreadyRoot().applyTo(command)).isEqualTo(command);
    assertThat(new Privilege.None().applyTo(command)).isEqualTo(command);
  }
}
