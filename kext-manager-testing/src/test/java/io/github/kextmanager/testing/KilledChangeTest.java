package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.lifecycle.Goal;
import io.github.kextmanager.lifecycle.InterruptedChange;
import io.github.kextmanager.lifecycle.InterruptedChange.Cause;
import io.github.kextmanager.lifecycle.InterruptedChange.Suspect;
import io.github.kextmanager.lifecycle.OwedKext.Standing;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that makes a change is killed in the middle, as by {@code kill -9}: it really ends. */
@Tag("processes")
class KilledChangeTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");

  @TempDir Path folder;
  private OnDiskMac mac;

  @BeforeEach
  void install() {
    mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).buildAt(folder.resolve("mac"));
    mac.change(
        it -> {
          it.install(TestKext.named(WIDGET.value()));
          it.approve(WIDGET);
        });
  }

  private void loadAndDieAfter(String program) throws Exception {
    dieAfter(program, "load");
  }

  private void dieAfter(String program, String verb) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Loader.class.getName(),
                folder.toString(),
                program,
                verb)
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isEqualTo(137);
  }

  /** All that this test sees, whether it came by the class path or as modules. */
  private static String classPath() throws URISyntaxException {
    URL file = Objects.requireNonNull(Loader.class.getResource("KilledChangeTest$Loader.class"));
    Path tests = Path.of(file.toURI());
    for (int i = 0; i <= Loader.class.getPackageName().split("\\.", -1).length; i++) {
      tests = Objects.requireNonNull(tests.getParent());
    }
    return String.join(
        File.pathSeparator,
        tests.toString(),
        System.getProperty("jdk.module.path", ""),
        System.getProperty("java.class.path"));
  }

  private List<InterruptedChange> told() {
    return manager(folder).remembered().interrupted();
  }

  @Test
  void a_load_that_was_made_is_told_as_done_and_once() throws Exception {
    loadAndDieAfter("/sbin/kextload");

    assertThat(told())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.cause()).isEqualTo(Cause.PROCESS_ENDED);
              assertThat(change.kexts()).containsExactly(new Suspect(WIDGET, Standing.DONE));
            });
    assertThat(told()).isEqualTo(List.<InterruptedChange>of());
  }

  @Test
  void a_load_that_was_denied_is_told_until_the_mac_was_restarted() throws Exception {
    mac.change(it -> it.deny(WIDGET));
    loadAndDieAfter("/sbin/kextload");

    assertThat(told()).extracting(InterruptedChange::cause).containsExactly(Cause.PROCESS_ENDED);
    assertThat(told()).extracting(InterruptedChange::cause).containsExactly(Cause.PROCESS_ENDED);
    mac.change(SimulatedMac::restart);
    assertThat(told()).extracting(InterruptedChange::cause).containsExactly(Cause.MAC_WENT_DOWN);
    assertThat(told()).isEqualTo(List.<InterruptedChange>of());
  }

  @Test
  void a_kext_that_was_to_be_reloaded_and_was_only_stopped_is_missed() throws Exception {
    manager(folder).load(WIDGET);
    dieAfter("/sbin/kextunload", "reload");

    assertThat(told())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.goal()).isEqualTo(Goal.LOADED);
              assertThat(change.kexts()).containsExactly(new Suspect(WIDGET, Standing.STILL_OWED));
            });
  }

  @Test
  void nothing_is_told_of_what_had_not_begun() throws Exception {
    loadAndDieAfter("/usr/bin/id");

    assertThat(told()).isEqualTo(List.<InterruptedChange>of());
  }

  private static KextManager manager(Path folder) {
    OnDiskMac mac = OnDiskMac.at(folder.resolve("mac"));
    return KextManager.builder()
        .runner(mac)
        .root(mac.root())
        .journal(folder.resolve("journal"), "a test")
        .build();
  }

  /** Loads the kext or loads it again, and dies when one program has run. */
  static final class Loader {
    private Loader() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      OnDiskMac mac = OnDiskMac.at(folder.resolve("mac"));
      KextManager manager =
          KextManager.builder()
              .runner(command -> runAndDieAfter(arguments[1], command, mac))
              .root(mac.root())
              .journal(folder.resolve("journal"), "a process that is killed")
              .build();
      if (arguments[2].equals("reload")) {
        manager.reload(WIDGET);
      } else {
        manager.load(WIDGET);
      }
    }

    private static CommandResult runAndDieAfter(
        String program, CommandLine command, OnDiskMac mac) {
      CommandResult result = mac.run(command);
      if (command.argv().contains(program)) {
        Runtime.getRuntime().halt(137);
      }
      return result;
    }
  }
}
