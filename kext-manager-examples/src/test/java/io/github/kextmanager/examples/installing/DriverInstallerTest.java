package io.github.kextmanager.examples.installing;

import static io.github.kextmanager.testing.assertj.KextAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.examples.installing.DriverInstaller.Progress;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.testing.Reply;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.SimulatedMacBuilder;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.testing.junit.MacPreparation;
import io.github.kextmanager.testing.junit.OnMac;
import io.github.kextmanager.testing.junit.OnMacs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installer on six releases: none of its lines knows which of them it meets. */
@OnMac(release = "10.15.7", prepared = DriverInstallerTest.WithChown.class)
class DriverInstallerTest {
  private static final String ID = "com.example.Widget";
  private static final TestKext WIDGET = TestKext.named(ID).version("1.2").signedBy("ABCDE12345");

  /** The simulated Mac has the programs for kexts; this one the test adds. */
  static final class WithChown implements MacPreparation {
    @Override
    public void describe(SimulatedMacBuilder builder) {
      builder.program(Path.of("/usr/sbin/chown"), arguments -> Reply.exit(0));
    }
  }

  @TempDir Path delivery;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final SimulatedMac mac;
  private final DriverInstaller installer;
  private Path delivered = Path.of("");

  DriverInstallerTest(SimulatedMac mac, KextManager manager) {
    this.mac = mac;
    this.installer =
        new DriverInstaller(manager, mac, mac.root(), new PrintStream(log, true, UTF_8));
  }

  @BeforeEach
  void deliver() {
    delivered = WIDGET.writeTo(delivery);
  }

  @OnMacs({"10.8.5", "10.11.6", "10.13.6", "10.15.7", "11.7", "26"})
  void installs_and_uninstalls_with_the_help_of_a_person() throws IOException {
    Path bundle = installer.place(delivered);

    assertThat(withHelp(installer.install(delivered), bundle)).isEqualTo(Progress.DONE);
    assertThat(mac).hasLoaded(ID).ran("/usr/sbin/chown", "-R", "root:wheel", bundle.toString());

    assertThat(installer.uninstall(bundle)).isEqualTo(Progress.DONE);
    mac.restart();
    assertThat(mac).hasNotLoaded(ID);
  }

  /** The person at the Mac does what is asked for: that differs from release to release. */
  private Progress withHelp(Progress progress, Path bundle) {
    if (progress == Progress.NEEDS_APPROVAL) {
      assertThat(mac).awaitsApprovalOf(ID).hasNotLoaded(ID);
      mac.approve(BundleIdentifier.of(ID));
      return withHelp(installer.activate(bundle), bundle);
    }
    if (progress == Progress.NEEDS_RESTART) {
      mac.restart();
      return installer.activate(bundle);
    }
    return progress;
  }

  @Test
  void leaves_a_driver_that_is_in_use_to_the_next_start() throws IOException {
    mac.approveTeam("ABCDE12345");
    delivered = WIDGET.holdsInstances("com_example_Widget", 1).writeTo(delivery);
    assertThat(installer.install(delivered)).isEqualTo(Progress.DONE);

    assertThat(installer.uninstall(installer.place(delivered))).isEqualTo(Progress.NEEDS_RESTART);

    assertThat(mac).hasLoaded(ID);
    mac.restart();
    assertThat(mac).hasNotLoaded(ID);
  }

  @Test
  void says_why_a_driver_is_refused() throws IOException {
    delivered = WIDGET.tampered().writeTo(delivery);

    assertThat(installer.install(delivered)).isEqualTo(Progress.REFUSED);

    assertThat(log.toString(UTF_8)).contains("does not run", "(libkern/kext) not loadable");
  }
}
