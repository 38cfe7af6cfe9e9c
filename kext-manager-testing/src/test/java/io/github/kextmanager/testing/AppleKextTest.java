package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is otherwise for the kexts that come with macOS. */
class AppleKextTest {
  private static final String PCI = "com.apple.iokit.IOPCIFamily";
  private static final TestKext CD =
      TestKext.named("com.apple.filesystems.cd9660")
          .at(Path.of("/System/Library/Extensions/cd9660.kext"));

  @ParameterizedTest
  @CsvSource({"10.15.3, 0", "10.15.4, 3", "10.15.7, 3"})
  void their_services_refuse_to_terminate_from_10_15_4_on(String release, int status) {
    try (SimulatedMac mac = mac(release)) {
      assertThat(new Commands(mac).run("/sbin/kextunload", "-b", PCI).status()).isEqualTo(status);
    }
  }

  @Test
  void a_refusal_is_told_in_the_words_of_the_kernel() {
    try (SimulatedMac mac = mac("10.15.7")) {
      assertThat(new Commands(mac).run("/sbin/kextunload", "-b", PCI).stderr())
          .isEqualTo(
              """
              (kernel) Can't remove kext com.apple.iokit.IOPCIFamily; services failed to terminate - 0xe00002c7.
              Failed to unload com.apple.iokit.IOPCIFamily - (iokit/common) unsupported function.
              """);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.15.7", "11.4", "26.3"})
  void they_start_without_approval_or_restart(String release) {
    try (SimulatedMac mac = mac(release)) {
      mac.install(CD);

      assertThat(new Commands(mac).run("/sbin/kextload", "-q", CD.path().toString()))
          .isEqualTo(Answer.SILENT_SUCCESS);
      assertThat(mac.kernel().find(CD.identifier())).isPresent();
    }
  }

  private static SimulatedMac mac(String release) {
    return SimulatedMac.builder(MacOsVersion.parse(release)).build();
  }
}
