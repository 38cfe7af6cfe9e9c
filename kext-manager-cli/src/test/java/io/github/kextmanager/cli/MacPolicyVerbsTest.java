package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people, MDM and the owner do to a Mac on disk, by what a load then comes to. */
class MacPolicyVerbsTest {
  private static final String WIDGET = "com.example.driver.Widget";

  @TempDir Path temporary;
  private String folder = "";

  @BeforeEach
  void choose() throws IOException {
    folder = temporary.toRealPath().resolve("mac").toString();
  }

  @Test
  void a_profile_lets_a_team_in() {
    make("10.15.7");

    assertThat(load()).isEqualTo(27);
    assertThat(KextmRun.of("mac", "profile", folder, "TEAM123456").status()).isZero();

    assertThat(load()).isZero();
  }

  @Test
  void nobody_waits_for_a_person_whom_a_profile_has_let_in() {
    make("10.15.7");
    load();

    assertThat(KextmRun.of("mac", "profile", folder, "TEAM123456").out())
        .contains("0 waiting for approval");

    assertThat(KextmRun.of("mac", "show", folder).out()).contains("awaiting approval: none");
  }

  @Test
  void a_profile_lets_one_kext_in() {
    make("10.15.7");

    KextmRun.of("mac", "profile", folder, "TEAM123456/" + WIDGET, "--user-overrides");

    assertThat(load()).isZero();
  }

  @Test
  void an_upgrade_brings_the_tools_of_the_new_release() {
    make("10.15.7");

    assertThat(KextmRun.of("mac", "upgrade", folder, "11.6").out()).startsWith("macOS 11.6 in ");

    assertThat(Path.of(folder, "usr/bin/kmutil")).isExecutable();
  }

  @Test
  void full_security_lets_nothing_in() {
    make("14", "--chip", "apple-silicon");
    KextmRun.of("mac", "approve", folder, WIDGET);

    KextmRun.of("mac", "recovery", folder, "--security", "full");

    assertThat(load()).isNotZero();
  }

  @Test
  void without_consent_nobody_is_asked() {
    make("10.15.7");

    KextmRun.of("mac", "recovery", folder, "--kext-consent", "off");

    assertThat(load()).isZero();
  }

  @Test
  void a_kext_is_in_use_while_a_device_is_open() {
    make("10.12.6");
    assertThat(load()).isZero();

    KextmRun.of("mac", "open", folder, WIDGET, "com_example_Widget");
    assertThat(unload()).isEqualTo(22);
    KextmRun.of("mac", "close", folder, WIDGET, "com_example_Widget");

    assertThat(unload()).isZero();
  }

  @Test
  void an_excluded_kext_is_not_loaded() {
    make("10.12.6");

    assertThat(KextmRun.of("mac", "exclude", folder, WIDGET, "LE 2.0").status()).isZero();

    assertThat(load()).isNotZero();
  }

  @Test
  void a_mistake_is_named() {
    make("10.12.6");

    assertThat(KextmRun.of("mac", "upgrade", folder, "10.8").status()).isEqualTo(64);
    assertThat(KextmRun.of("mac", "profile", folder, "team").err())
        .contains("A profile allows a team of ten letters and digits, or TEAM/ID, not \"team\".");
    assertThat(KextmRun.of("mac", "recovery", folder, "--sip", "maybe").err())
        .contains("--sip is on, off or no-kext-signing, not \"maybe\".");
    assertThat(KextmRun.of("mac", "recovery", folder, "--security", "full").err())
        .contains("on Apple silicon only");
    assertThat(KextmRun.of("mac", "open", folder, WIDGET, "c").err()).contains("is loaded");
  }

  private void make(String... words) {
    String[] command = new String[words.length + 3];
    command[0] = "mac";
    command[1] = "new";
    command[2] = words[0];
    command[3] = folder;
    System.arraycopy(words, 1, command, 4, words.length - 1);
    assertThat(KextmRun.of(command).err()).isEmpty();
    String bundle = folder + "/Library/Extensions/Widget.kext";
    assertThat(KextmRun.of("mac", "kext", bundle, WIDGET, "--team", "TEAM123456").err()).isEmpty();
  }

  private int load() {
    return KextmRun.of("load", "/Library/Extensions/Widget.kext", "--mac", folder).status();
  }

  private int unload() {
    return KextmRun.of("unload", WIDGET, "--mac", folder).status();
  }
}
