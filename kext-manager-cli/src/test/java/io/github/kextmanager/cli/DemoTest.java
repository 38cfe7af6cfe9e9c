package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoTest {
  @Test
  void tells_the_life_of_a_kext_on_macos_14() {
    KextmRun run = KextmRun.of("demo", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.json())
        .extracting(
            json -> json.get("outcome").getAsString() + " " + json.get("category").getAsString())
        .containsExactly(
            "DEFERRED NOT_APPROVED",
            "DEFERRED REBOOT_REQUIRED",
            "DEFERRED REBOOT_REQUIRED",
            "LOADED OK_LOADED",
            "LOADED OK_LOADED",
            "IN_USE HAS_DEPENDENTS",
            "UNLOADED OK_UNLOADED",
            "UNLOADED OK_UNLOADED");
  }

  @Test
  void tells_the_life_of_a_kext_on_macos_10_15() {
    assertThat(KextmRun.of("demo", "--json", "--simulate", "10.15").json())
        .extracting(json -> json.get("outcome").getAsString())
        .containsExactly("DEFERRED", "LOADED", "LOADED", "IN_USE", "UNLOADED", "UNLOADED");
  }

  @Test
  void says_what_it_runs_and_what_came_back() {
    String told = KextmRun.of("demo").out();

    assertThat(told)
        .startsWith("A simulated Mac with macOS 14.")
        .contains("$ /usr/bin/kmutil load -p /Library/Extensions/Widget.kext (status 27, ")
        .contains("| Error Domain=KMErrorDomain Code=27 ")
        .contains("com.example.driver.Widget (1.2.3) is loaded now.");
  }
}
