package io.github.kextmanager.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.host.BootPolicy.SecureBoot;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootPolicyTest {
  @ParameterizedTest
  @CsvSource({
    "Full Security, FULL",
    "Reduced Security, REDUCED",
    "Permissive Security, PERMISSIVE"
  })
  void reads_the_level(String printed, SecureBoot level) {
    assertThat(BootPolicy.read("{\"ibridge_secure_boot\": \"%s\"}".formatted(printed)))
        .contains(
            new BootPolicy(
                level, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void reads_what_may_manage_kexts() {
    BootPolicy policy =
        BootPolicy.read(
                "{\"ibridge_sb_other_kext\":\"Yes\",\"ibridge_sb_manual_mdm\":\"No\",\"ibridge_sb_device_mdm\":\"Yes\",\"ibridge_secure_boot\":\"Reduced"
                    + " Security\"}")
            .orElseThrow();

    assertThat(policy.kernelExtensions()).contains(Setting.ENABLED);
    assertThat(policy.mdm()).contains(Setting.DISABLED);
    assertThat(policy.automatedMdm()).contains(Setting.ENABLED);
  }

  @ParameterizedTest
  @CsvSource({
    "Full Security, Yes, Yes, true",
    "Reduced Security, No, No, true",
    "Reduced Security, Yes, No, false",
    "Reduced Security, No, Yes, false",
    "Reduced Security, ?, No, false",
    "Permissive Security, No, No, false"
  })
  void lets_no_kext_in_where_nobody_may_manage_them(
      String level, String users, String mdm, boolean forbids) {
    String json =
        "{\"ibridge_secure_boot\":\"%s\",\"ibridge_sb_other_kext\":\"%s\",\"ibridge_sb_manual_mdm\":\"%s\"}"
            .formatted(level, users, mdm);

    assertThat(BootPolicy.read(json).orElseThrow().forbidsKexts()).isEqualTo(forbids);
  }

  @Test
  void a_mac_that_names_no_level_has_no_policy() {
    assertThat(BootPolicy.read("{\"SPiBridgeDataType\":[]}")).isEmpty();
  }

  @Test
  void two_levels_are_none() {
    assertThat(
            BootPolicy.read(
                "{\"ibridge_secure_boot\":\"Full Security\","
                    + "\"ibridge_secure_boot\":\"Reduced Security\"}"))
        .isEmpty();
  }

  @Test
  void a_level_in_another_language_is_told_as_it_stands() {
    String french = "{\"ibridge_secure_boot\": \"S\u00e9curit\u00e9 maximale\"}";

    assertThat(BootPolicy.read(french)).isEmpty();
    assertThat(BootPolicy.whyNone(french)).contains("\"S\u00e9curit\u00e9 maximale\"", "language");
  }
}
