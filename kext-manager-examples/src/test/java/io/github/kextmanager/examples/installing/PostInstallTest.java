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
import org.junit.jupiter.api.Test;

class PostInstallTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final Path BUNDLE = Path.of("/Library/Extensions/Widget.kext");

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();
  private final KextManager manager = KextManager.builder().runner(mac).root(mac.root()).build();
  private final PostInstall step = new PostInstall(manager, new PrintStream(log, true, UTF_8));

  @AfterEach
  void switch_off() {
    mac.close();
  }

  @Test
  void replaces_the_driver_that_runs_by_the_one_on_disk() {
    mac.install(TestKext.named("com.example.Widget").version("1.0").at(BUNDLE));
    mac.approve(WIDGET);
    assertThat(step.activate(BUNDLE)).isZero();

    mac.install(TestKext.named("com.example.Widget").version("2.0").at(BUNDLE));

    assertThat(step.activate(BUNDLE)).isZero();
    assertThat(manager.snapshot().find(WIDGET).orElseThrow().version()).hasToString("2.0");
    assertThat(log.toString(UTF_8))
        .contains("ran as root: ")
        .contains("/sbin/kextunload -b com.example.Widget");
  }

  @Test
  void tells_the_script_that_an_approval_is_owed() {
    mac.install(TestKext.named("com.example.Widget").version("1.0").at(BUNDLE));

    assertThat(step.activate(BUNDLE)).isEqualTo(27);
  }

  @Test
  void tells_the_script_that_the_old_driver_stays_until_a_restart() {
    mac.install(
        TestKext.named("com.example.Widget")
            .version("1.0")
            .at(BUNDLE)
            .holdsInstances("com_example_Widget", 1));
    mac.approve(WIDGET);
    assertThat(step.activate(BUNDLE)).isZero();

    assertThat(step.activate(BUNDLE)).isEqualTo(28);
    assertThat(log.toString(UTF_8)).contains("com.example.Widget cannot be unloaded: IN_USE");
  }
}
