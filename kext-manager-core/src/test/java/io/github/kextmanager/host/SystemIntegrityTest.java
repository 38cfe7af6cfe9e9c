package io.github.kextmanager.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.host.SystemIntegrity.Part;
import io.github.kextmanager.host.SystemIntegrity.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemIntegrityTest {
  private static SystemIntegrity read(String text) {
    return SystemIntegrity.read(text).orElseThrow();
  }

  @Test
  void all_that_protects_is_in_force_when_it_is_enabled() {
    SystemIntegrity integrity = read("System Integrity Protection status: enabled.\n");

    assertThat(integrity.status()).isEqualTo(Status.ENABLED);
    assertThat(integrity.of(Part.KEXT_SIGNING)).contains(Setting.ENABLED);
    assertThat(integrity.of(Part.APPLE_INTERNAL)).contains(Setting.DISABLED);
  }

  @Test
  void nothing_is_in_force_when_it_is_disabled() {
    SystemIntegrity integrity = read("System Integrity Protection status: disabled.");

    assertThat(integrity.of(Part.KEXT_SIGNING)).contains(Setting.DISABLED);
    assertThat(integrity.of(Part.APPLE_INTERNAL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"enabled", "unknown"})
  void each_part_counts_in_a_configuration_of_ones_own(String word) {
    SystemIntegrity integrity =
        read(
            "System Integrity Protection status: "
                + word
                + " (Custom Configuration).\n\nConfiguration:\n\tApple Internal: disabled\n"
                + "\tKext Signing: disabled\n\tNVRAM Protections: enabled\n");

    assertThat(integrity.status()).isEqualTo(Status.CUSTOM);
    assertThat(integrity.of(Part.KEXT_SIGNING)).contains(Setting.DISABLED);
    assertThat(integrity.of(Part.NVRAM_PROTECTIONS)).contains(Setting.ENABLED);
  }

  @Test
  void a_part_that_is_not_printed_is_not_known() {
    SystemIntegrity integrity =
        read("System Integrity Protection status: unknown (Custom Configuration).");

    assertThat(integrity.of(Part.KEXT_SIGNING)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "csrutil: command not found", "System Integrity Protection status: maybe."})
  void anything_else_is_no_status(String text) {
    assertThat(SystemIntegrity.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System Integrity Protection status: enabled.\n"
            + "System Integrity Protection status: disabled.",
        "System Integrity Protection status: enabled.\n\tKext Signing: disabled",
        "System Integrity Protection status: disabled.\n\tKext Signing: enabled",
        "System Integrity Protection status: unknown (Custom Configuration).\n"
            + "Kext Signing: enabled\nKext Signing: disabled"
      })
  void what_contradicts_itself_is_no_status(String text) {
    assertThat(SystemIntegrity.read(text)).isEmpty();
  }

  /** {@code csrutil disable} leaves it as it is (xnu, csr.h). */
  @Test
  void the_system_that_installs_may_be_verified_with_the_rest_disabled() {
    SystemIntegrity integrity =
        read("System Integrity Protection status: disabled.\n\tBaseSystem Verification: enabled");

    assertThat(integrity.of(Part.BASE_SYSTEM_VERIFICATION)).contains(Setting.ENABLED);
  }
}
