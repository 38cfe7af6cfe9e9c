package io.github.kextmanager.testing.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.testing.policy.BootPolicy;
import io.github.kextmanager.testing.policy.Firmware;
import io.github.kextmanager.testing.policy.SystemIntegrity;
import io.github.kextmanager.testing.program.ProgramRun;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NvramTest {
  private static final int USER = 501;

  private Firmware firmware = firmware(SystemIntegrity.ENABLED);

  @Test
  void prints_a_variable_behind_a_tabulator() {
    assertThat(run("boot-args")).isEqualTo(new ProgramRun(0, "boot-args\tdebug=0x14e -v\n", ""));
  }

  @Test
  void prints_all_variables() {
    assertThat(run("-p").lines())
        .containsExactly("SystemAudioVolume\t@", "boot-args\tdebug=0x14e -v");
  }

  @Test
  void prints_xml() {
    assertThat(run("-x", "boot-args").stdout())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .contains("\t<key>boot-args</key>\n\t<data>\n\tZGVidWc9MHgxNGUgLXY=\n\t</data>\n")
        .endsWith("</dict>\n</plist>\n");
  }

  @Test
  void says_that_a_variable_is_not_there() {
    assertThat(run("csr-active-config"))
        .isEqualTo(
            new ProgramRun(
                1,
                "",
                "nvram: Error getting variable - 'csr-active-config':"
                    + " (iokit/common) data was not found\n"));
  }

  @Test
  void lets_root_alone_change_variables() {
    assertThat(ProgramRun.of(nvram(), USER, "SystemAudioVolume=%40").stderr())
        .isEqualTo(
            "nvram: Error setting variable - 'SystemAudioVolume':"
                + " (iokit/common) privilege violation\n");
  }

  @Test
  void keeps_boot_arguments_as_they_are_while_the_mac_is_protected() {
    assertThat(run("boot-args=-v").stderr())
        .isEqualTo("nvram: Error setting variable - 'boot-args': (iokit/common) not permitted\n");
    assertThat(run("-d", "boot-args").status()).isEqualTo(1);
    assertThat(firmware.hasBootArgument("-v")).isTrue();
  }

  @Test
  void changes_boot_arguments_when_nothing_is_protected() {
    firmware = firmware(SystemIntegrity.DISABLED);

    assertThat(run("boot-args=keepsyms=1 -x")).isEqualTo(new ProgramRun(0, "", ""));
    assertThat(firmware.nvram()).containsEntry("boot-args", "keepsyms=1 -x");
    assertThat(run("-d", "boot-args").status()).isZero();
    assertThat(firmware.nvram()).doesNotContainKey("boot-args");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-q", "-d"})
  void explains_itself_to_words_that_it_does_not_know(String word) {
    ProgramRun answer = run(word);

    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.stderr()).startsWith("nvram: (usage: ");
    assertThat(answer.stdout()).startsWith("nvram [-x] [-p]");
  }

  private ProgramRun run(String... words) {
    return ProgramRun.of(nvram(), words);
  }

  private Nvram nvram() {
    return new Nvram(() -> firmware, changed -> firmware = changed);
  }

  private static Firmware firmware(SystemIntegrity integrity) {
    return new Firmware(
        integrity,
        BootPolicy.FULL,
        Map.of("boot-args", "debug=0x14e -v", "SystemAudioVolume", "@"));
  }
}
