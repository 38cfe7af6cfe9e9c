package io.github.kextmanager.testing.ondisk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.OnDiskMac;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.testing.ondisk.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was planned to go wrong really happens to a process. */
@Tag("processes")
class FaultsOfProcessesTest {
  private static final String KEXTSTAT = "\"$MAC/usr/sbin/kextstat\" -l";

  @TempDir Path temporary;
  private OnDiskMac mac;
  private Shell shell;

  @BeforeEach
  void make() throws IOException {
    mac = SimulatedMac.builder(MacOsVersion.parse("10.12.6")).buildAt(temporary.resolve("mac"));
    shell = new Shell(mac.root(), Files.createDirectory(temporary.resolve("scratch")));
  }

  @ParameterizedTest
  @CsvSource({
    "killed 9, 137",
    "killed 15, 143",
    "killed 11, 139",
    "killed 13, 141",
    "exit 9, 9",
    "missing, 127",
  })
  void it_ends_as_planned_and_only_once(String fault, int status) {
    mac.change(it -> it.faults().plan("kextstat " + fault));

    Ran ran = shell.run(KEXTSTAT);

    assertThat(ran.status()).isEqualTo(status);
    assertThat(ran.out()).isEmpty();
    assertThat(shell.run(KEXTSTAT).status()).isZero();
  }

  @Test
  void it_hangs_until_it_is_ended_and_keeps_nobody_from_the_mac() throws Exception {
    mac.change(it -> it.faults().plan("kextstat hang"));
    Process hanging =
        new ProcessBuilder(mac.root().resolve("usr/sbin/kextstat").toString()).start();
    while (!mac.report().faults().isEmpty()) {
      assertThat(hanging.isAlive()).isTrue();
      Thread.onSpinWait();
    }

    assertThat(shell.run(KEXTSTAT).status()).isZero();
    assertThat(hanging.isAlive()).isTrue();
    hanging.destroy();
    assertThat(hanging.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(hanging.exitValue()).isEqualTo(128 + 15);
  }

  @Test
  void it_says_less_more_or_other_than_it_should() {
    mac.change(it -> it.faults().plan("kextstat cut 7"));
    assertThat(shell.run(KEXTSTAT + " | wc -c").out().strip()).isEqualTo("7");

    mac.change(it -> it.faults().plan("kextstat flood stdout"));
    assertThat(Integer.parseInt(shell.run(KEXTSTAT + " | wc -c").out().strip()))
        .isGreaterThan(1 << 23);
  }

  @Test
  void a_byte_of_it_is_no_utf_8() throws IOException {
    mac.change(it -> it.faults().plan("kextstat bad-byte 4"));

    shell.run(KEXTSTAT + " > said");

    byte[] said = Files.readAllBytes(temporary.resolve("scratch/said"));
    assertThat(said[4]).isEqualTo((byte) 0xff);
    assertThat(new String(said, ISO_8859_1)).contains("com.apple.kpi.bsd");
  }

  @Test
  void a_panic_takes_the_whole_mac_with_it() {
    mac.change(it -> it.install(TestKext.named("com.example.Widget")));
    mac.change(it -> it.faults().plan("kernel/load panic Oops"));
    var session = mac.report().bootSession();

    Ran ran = shell.run("\"$MAC/sbin/kextload\" -b com.example.Widget");

    assertThat(ran.status()).isEqualTo(128 + 9);
    assertThat(mac.report().bootSession()).isNotEqualTo(session);
    assertThat(mac.root().resolve("Library/Logs/DiagnosticReports")).isNotEmptyDirectory();
  }
}
