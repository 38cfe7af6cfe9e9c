package io.github.kextmanager.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TunnelDriverTest {
  private static final BundleIdentifier TUNNEL = BundleIdentifier.of("com.example.Tunnel");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("14.4")).build();
  private final TunnelDriver driver =
      new TunnelDriver(KextManager.builder().runner(mac).root(mac.root()).build());

  @AfterEach
  void switch_off() {
    mac.close();
  }

  @Test
  void asks_for_an_approval_then_for_a_restart_then_runs() throws InterruptedException {
    mac.install(TestKext.named("com.example.Tunnel").version("3.1").signedBy("ABCDE12345"));

    assertThat(driver.bringUp(PATIENCE)).contains("System Settings");
    mac.approve(TUNNEL);
    assertThat(driver.bringUp(PATIENCE)).contains("restart");
    mac.restart();
    assertThat(driver.bringUp(PATIENCE)).isEqualTo("Connected.");
  }
}
