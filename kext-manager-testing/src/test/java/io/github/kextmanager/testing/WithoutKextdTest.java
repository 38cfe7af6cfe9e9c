package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** kextload on a Mac where nobody answers it. */
class WithoutKextdTest {
  private static final TestKext WIDGET = TestKext.named("com.example.driver.Widget");
  private static final String PATH = WIDGET.path().toString();

  @ParameterizedTest
  @ValueSource(strings = {"10.7.5", "10.12.6", "10.15.7"})
  void it_loads_by_itself_as_root(String release) {
    assertThat(load(release, WIDGET)).isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void it_gives_up_as_anybody_else() {
    try (SimulatedMac mac = builder("10.11.6").caller(Caller.NOT_A_SUDOER).build()) {
      assertThat(new Commands(mac).run("/sbin/kextload", PATH))
          .isEqualTo(new Answer(77, "", "Can't contact kextd; must run as root to load kexts.\n"));
    }
  }

  @ParameterizedTest
  @CsvSource({"10.12.6, ''", "10.13.6, '%s could not be staged, failing.\n'"})
  void it_wants_a_protected_copy_from_10_13_on(String release, String said) {
    assertThat(load(release, WIDGET.unsigned()).stderr()).isEqualTo(said.formatted(PATH));
  }

  private static Answer load(String release, TestKext kext) {
    try (SimulatedMac mac = builder(release).build()) {
      mac.approve(kext.identifier());
      return new Commands(mac).run("/sbin/kextload", mac.install(kext).toString());
    }
  }

  private static SimulatedMacBuilder builder(String release) {
    return SimulatedMac.builder(MacOsVersion.parse(release)).withoutKextd();
  }
}
