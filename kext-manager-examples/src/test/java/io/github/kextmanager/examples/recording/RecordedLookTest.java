package io.github.kextmanager.examples.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.command.record.Recording;
import io.github.kextmanager.command.record.RecordingReader;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.replay.ReplayingCommandRunner;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedLookTest {
  private static final Path LOOK = Path.of("src/test/resources/recordings/look.kextrec");

  @TempDir private Path folder;

  @Test
  void what_was_seen_on_the_mac_is_seen_again_without_it() {
    Path file = folder.resolve("look.kextrec");
    KextSnapshot seen;
    try (SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("14")).build()) {
      seen = RecordedLook.record(KextManager.builder().runner(mac).root(mac.root()), file);
    }

    assertThat(RecordedLook.replay(file).kexts()).isEqualTo(seen.kexts());
  }

  @Test
  void a_recording_that_somebody_sent_becomes_a_test() {
    assertThat(RecordedLook.replay(LOOK).kexts())
        .extracting(kext -> kext.identifier().value())
        .contains("com.apple.kpi.bsd", "com.example.Widget");
  }

  @Test
  void what_was_not_recorded_is_named() {
    Recording recording = RecordingReader.read(LOOK);
    var runner = ReplayingCommandRunner.byLookUp(recording);
    KextManager manager = KextManager.builder().runner(runner).build();

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> manager.unload(BundleIdentifier.of("com.example.Widget")))
        .withMessageContaining("The recording " + LOOK + " does not hold this:");
  }
}
