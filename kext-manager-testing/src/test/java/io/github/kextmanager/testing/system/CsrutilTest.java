package io.github.kextmanager.testing.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.program.ProgramRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrutilTest {
  @ParameterizedTest
  @CsvSource({"0, enabled", "0x6f, disabled", "0x77, disabled", "0x7f, disabled"})
  void says_whether_the_mac_is_protected(String bits, String word) {
    assertThat(status("13.6", CpuType.ARM64E, Integer.decode(bits)).stdout())
        .isEqualTo("System Integrity Protection status: %s.\n".formatted(word));
  }

  @Test
  void lists_six_settings_on_el_capitan() {
    assertThat(status("10.11.6", CpuType.X86_64, 0x1).lines())
        .containsExactly(
            "System Integrity Protection status: enabled (Custom Configuration).",
            "",
            "Configuration:",
            "\tApple Internal: disabled",
            "\tKext Signing: disabled",
            "\tFilesystem Protections: enabled",
            "\tDebugging Restrictions: enabled",
            "\tDTrace Restrictions: enabled",
            "\tNVRAM Protections: enabled",
            "",
            "This is an unsupported configuration, likely to break in the future and leave your"
                + " machine in an unknown state.");
  }

  @Test
  void lists_seven_settings_on_mojave() {
    assertThat(status("10.14.6", CpuType.X86_64, 0x1).lines())
        .contains("\tBaseSystem Verification: enabled")
        .doesNotContain("\tBoot-arg Restrictions: enabled");
  }

  @Test
  void lists_ten_settings_on_apple_silicon() {
    assertThat(status("14.5", CpuType.ARM64E, 0x1).lines())
        .startsWith("System Integrity Protection status: unknown (Custom Configuration).")
        .contains(
            "\tBaseSystem Verification: enabled",
            "\tBoot-arg Restrictions: enabled",
            "\tKernel Integrity Protections: enabled",
            "\tAuthenticated Root Requirement: enabled");
  }

  @Test
  void knows_the_authenticated_root_from_big_sur_on() {
    assertThat(run("11.6", "authenticated-root", "status").stdout())
        .isEqualTo("Authenticated Root status: enabled\n");
    assertThat(run("10.15", "authenticated-root", "status").status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"enable", "disable", "clear"})
  void changes_nothing_outside_recovery(String verb) {
    assertThat(run("10.13.6", verb).stderr())
        .isEqualTo(
            "csrutil: failed to modify system integrity configuration. This tool needs to be"
                + " executed from the Recovery OS.\n");
    assertThat(run("14", verb).stderr())
        .isEqualTo("csrutil: This tool needs to be executed from Recovery OS.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "state", "--help"})
  void explains_itself_to_other_words(String verb) {
    ProgramRun answer = run("14", verb);

    assertThat(answer.status()).isNotZero();
    assertThat(answer.stdout()).startsWith("usage: csrutil <command>\n");
  }

  private static ProgramRun run(String release, String... words) {
    return ProgramRun.of(csrutil(release, CpuType.X86_64, 0), words);
  }

  private static ProgramRun status(String release, CpuType processor, int bits) {
    return ProgramRun.of(csrutil(release, processor, bits), "status");
  }

  private static Csrutil csrutil(String release, CpuType processor, int bits) {
    return new Csrutil(
        new Platform(MacOsVersion.parse(release), processor), () -> SystemIntegrity.ofBits(bits));
  }
}
