package io.github.kextmanager.testing.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.parse.KextTableReader;
import io.github.kextmanager.testing.Caller;
import io.github.kextmanager.testing.SimulatedMac;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simulated Mac that holds the table of a real one prints its rows as they were. */
class TranscribedTableTest {
  @ParameterizedTest
  @CsvSource({
    "kextstat-10.7-b-pl2303, 10.7, 1",
    "kextstat-10.7-retypeset, 10.7.1, 3",
    "kextstat-10.8-b-highlight, 10.8, 1",
    "kextstat-10.8-ftdi-one, 10.8, 1",
    "kextstat-10.9-l-ftdi, 10.9, 1",
    "kextstat-10.9-nvidia-k, 10.9, 3",
    "kextstat-10.10-tab-header-ellipsis, 10.10, 5",
    "kextstat-10.11.5-whole, 10.11.5, 124",
    "kextstat-10.12-login-banner, 10.12, 10",
    "kextstat-10.13-x86-nospace-prompt, 10.13, 2",
    "kextstat-10.14-thirdparty-1f0d66b, 10.14, 10",
    "kextstat-10.14-thirdparty-8814895, 10.14, 8",
    "kextstat-10.14-thirdparty-e3ce501, 10.14, 12",
    "kextstat-10.14-thirdparty-ef06b85, 10.14, 9",
    "kextstat-10.14.3-ftdi, 10.14.3, 1",
    "kextstat-10.14.5-inside-spindump, 10.14.5, 160",
    "kextstat-10.14.5-whole-160, 10.14.5, 160",
    "kextstat-10.15-blockquote, 10.15.6, 9",
    "kextstat-10.15-md-indent, 10.15.2, 9",
    "kextstat-10.15-single-spaced, 10.15, 1",
    "kextstat-11-sudo-password-vbox, 11, 4",
    "kextstat-11.4-shim-left-aligned, 11.4, 2",
    "kextstat-13-l-noheader, 13.6, 9",
    "kextstat-l-password-glued-row, 10.15, 2",
    "kextstat-nbsp, 10.15, 1",
    "kmutil-26-arm64-nonroot, 26.3, 10"
  })
  void prints_every_row_as_it_was(String transcript, String release, int rows) {
    String text = Transcript.raw(transcript);
    String real = Transcript.squeezed(transcript);
    KextSnapshot held = KextTableReader.lenient().read(text).toSnapshot(Instant.EPOCH);

    List<String> printed = table(held, MacOsVersion.parse(release));

    assertThat(printed)
        .hasSize(rows)
        .allSatisfy(row -> assertThat(real).contains(Transcript.squeeze(row)));
  }

  private static List<String> table(KextSnapshot held, MacOsVersion release) {
    Path kextstat = Path.of("/usr/sbin/kextstat");
    try (SimulatedMac mac = SimulatedMac.from(held, release).caller(Caller.NOT_A_SUDOER).build()) {
      return mac.run(CommandLine.of(kextstat, "-l")).stdout().text().lines().toList();
    }
  }
}
