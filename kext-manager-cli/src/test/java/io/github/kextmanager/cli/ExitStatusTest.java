package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.verdict.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {
  @Test
  void the_numbers_are_those_that_scripts_rely_on() {
    assertThat(Arrays.stream(ExitStatus.values()).map(ExitStatus::number))
        .containsExactly(0, 1, 20, 21, 22, 23, 27, 28, 64, 66, 69, 70, 75, 77, 130);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_APPROVED, 27",
    "REBOOT_REQUIRED, 28",
    "NOT_PRIVILEGED, 77",
    "NOT_FOUND, 66",
    "IN_USE, 22",
    "HAS_DEPENDENTS, 22",
    "MISSING_DEPENDENCY, 21",
    "UNDEFINED_SYMBOLS, 1",
    "BAD_OWNERSHIP, 20",
    "BAD_SIGNATURE, 20",
    "WRONG_ARCHITECTURE, 1",
    "INVALID_BUNDLE, 20",
    "INVALID_LOCATION, 23",
    "ALREADY_LOADED_DIFFERENT_VERSION, 1",
    "DUPLICATE, 1",
    "EXCLUDED, 23",
    "SAFE_BOOT, 1",
    "POLICY_PROHIBITED, 23",
    "SECURE_BOOT_POLICY, 23",
    "COLLECTION_BUILD_FAILED, 1",
    "MISSING_KDK, 1",
    "STAGING_FAILED, 1",
    "START_STOP_FAILED, 1",
    "KERNEL_REJECTED, 1",
    "TIMEOUT, 75",
    "SUDO_PASSWORD_REQUIRED, 77",
    "SUDO_DENIED, 77",
    "DISK_ACCESS_DENIED, 77",
    "UNKNOWN, 1",
  })
  void every_reason_has_a_status(Reason reason, int number) {
    assertThat(ExitStatus.of(reason).number()).isEqualTo(number);
  }
}
