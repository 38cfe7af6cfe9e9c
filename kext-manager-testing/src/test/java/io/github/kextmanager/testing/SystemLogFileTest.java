package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemLogFileTest {
  private static final TestKext WIDGET = TestKext.named("com.example.driver.Widget").unsigned();

  private static Path afterARefusal(SimulatedMac mac) {
    Path bundle = mac.install(WIDGET);
    mac.run(CommandLine.of(Path.of("/sbin/kextload"), bundle.toString()));
    return mac.root().resolve("private/var/log/system.log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.10.5", "10.11.6"})
  void what_kextd_says_of_a_refusal_stands_in_the_system_log(String release) throws IOException {
    try (SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse(release)).build()) {
      assertThat(Files.readAllLines(afterARefusal(mac)))
          .last()
          .asString()
          .matches(
              "[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d localhost com\\.apple\\.kextd\\[\\d+]:"
                  + " ERROR: invalid signature for com\\.example\\.driver\\.Widget, will not load");
    }
  }

  @Test
  void a_mac_with_a_unified_log_writes_no_messages_into_a_file() {
    try (SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.12.6")).build()) {
      assertThat(afterARefusal(mac)).doesNotExist();
    }
  }
}
