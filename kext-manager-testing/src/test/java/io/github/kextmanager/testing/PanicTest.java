package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination.Signalled;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kext whose code panics while it is started takes the whole Mac with it. */
class PanicTest {
  private static final TestKext WIDGET = TestKext.named("com.example.Widget").version("1.5");
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final CommandLine LOAD =
      CommandLine.of(Path.of("/sbin/kextload"), WIDGET.path().toString());

  @ParameterizedTest
  @CsvSource({
    "10.9.5, INTEL, Kernel_2026-01-31-120000_Mac.panic, kextd",
    "10.15.7, INTEL, Kernel_2026-01-31-120000_Mac.panic, kextd",
    "12.5, INTEL, Kernel-2026-01-31-120000.panic, kernelmanagerd",
    "26.1, APPLE_SILICON, panic-full-2026-01-31-120000.0002.panic, kernelmanagerd"
  })
  void leaves_a_report_and_a_mac_that_has_started_again(
      String release, Chip chip, String report, String process) {
    try (SimulatedMac mac = macThatCanLoad(release, chip)) {
      UUID session = mac.bootSession();
      mac.faults().plan("kernel/load panic Widget lost its port");

      CommandResult result = mac.run(LOAD);

      assertThat(result.termination()).isEqualTo(new Signalled(9));
      assertThat(mac.bootSession()).isNotEqualTo(session);
      assertThat(mac.kernel().find(WIDGET.identifier())).isEmpty();
      assertThat(reports(mac)).hasSize(1).first().asString().endsWith("/" + report);
      assertThat(reports(mac).get(0))
          .content()
          .contains("Widget lost its port")
          .contains("kext at 0: com.example.Widget")
          .contains(process);
    }
  }

  @ParameterizedTest
  @CsvSource({"10.15.7, INTEL", "14.5, APPLE_SILICON"})
  void does_not_happen_to_a_kext_that_is_loaded_already(String release, Chip chip) {
    try (SimulatedMac mac = macThatCanLoad(release, chip)) {
      mac.run(LOAD);
      mac.faults().plan("kextload panic Widget lost its port");

      assertThat(Commands.answer(mac.run(LOAD)).status()).isZero();
      assertThat(mac.kernel().find(WIDGET.identifier())).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({"10.15.7, INTEL", "14.5, APPLE_SILICON"})
  void is_gone_after_the_next_attempt(String release, Chip chip) {
    try (SimulatedMac mac = macThatCanLoad(release, chip)) {
      mac.faults().plan("kextload panic Widget lost its port");
      mac.run(LOAD);

      assertThat(Commands.answer(mac.run(LOAD)).status()).isZero();
    }
  }

  private static SimulatedMac macThatCanLoad(String release, Chip chip) {
    SimulatedMac mac =
        SimulatedMac.builder(MacOsVersion.parse(release))
            .chip(chip)
            .clock(InstantSource.fixed(NOON))
            .build();
    mac.install(WIDGET);
    mac.approve(WIDGET.identifier());
    mac.restart();
    return mac;
  }

  private static List<Path> reports(SimulatedMac mac) {
    try (Stream<Path> files = Files.list(mac.root().resolve("Library/Logs/DiagnosticReports"))) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
