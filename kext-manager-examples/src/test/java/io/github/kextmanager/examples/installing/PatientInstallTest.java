package io.github.kextmanager.examples.installing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody waits here: while the installer pauses, the person at the simulated Mac acts. */
class PatientInstallTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");

  @TempDir Path folder;
  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("14.4")).build();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path bundle = Path.of("/");

  @BeforeEach
  void put() {
    bundle = mac.install(TestKext.named("com.example.Widget").signedBy("ABCDE12345"));
  }

  @AfterEach
  void shutDown() {
    mac.close();
  }

  private PatientInstall installer() {
    KextManager manager =
        KextManager.builder()
            .runner(mac)
            .root(mac.root())
            .journal(folder.resolve("journal"), "the installer of Widget")
            .pause(duration -> mac.approve(WIDGET))
            .build();
    return new PatientInstall(manager, new PrintStream(said, true, UTF_8));
  }

  @Test
  void asks_the_person_and_then_for_a_restart() {
    assertThat(installer().install(bundle)).isFalse();
    installer().catchUp();

    assertThat(said.toString(UTF_8))
        .contains("Please allow the driver")
        .contains("com.example.Widget still waits for: RESTART");
  }

  @Test
  void is_done_after_the_restart() {
    installer().install(bundle);
    mac.restart();

    assertThat(installer().install(bundle)).isTrue();
    installer().catchUp();
    assertThat(said.toString(UTF_8)).doesNotContain("still waits");
  }
}
