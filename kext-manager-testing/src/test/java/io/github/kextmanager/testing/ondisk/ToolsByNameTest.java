package io.github.kextmanager.testing.ondisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.OnDiskMac;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.testing.ondisk.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executables of a Mac on disk, in processes of their own. */
@Tag("processes")
class ToolsByNameTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.driver.Widget");

  @TempDir Path temporary;
  private OnDiskMac mac;
  private Shell shell;

  @BeforeEach
  void make() throws IOException {
    Path folder = temporary.resolve("it's a \"m\u00e4c\" $HOME");
    mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).buildAt(folder);
    mac.change(it -> it.install(TestKext.named(WIDGET.value())));
    shell = new Shell(mac.root(), Files.createDirectory(temporary.resolve("scratch")));
  }

  @Test
  void answer_with_the_text_and_the_status_of_the_tool() {
    Ran ran = shell.run("\"$MAC/sbin/kextload\" /Library/Extensions/Widget.kext");

    assertThat(ran)
        .isEqualTo(
            new Ran(
                27,
                "",
                "/Library/Extensions/Widget.kext failed to load - (libkern/kext) system policy prevents"
                    + " loading; check the system/kernel logs for errors or try kextutil(8).\n"));
  }

  @Test
  void change_what_the_next_process_sees() {
    mac.change(it -> it.approve(WIDGET));

    Ran ran =
        shell.run(
            """
            "$MAC/sbin/kextload" /Library/Extensions/Widget.kext || exit
            "$MAC/usr/sbin/kextstat" -l -b com.example.driver.Widget
            "$MAC/sbin/kextunload" -b com.example.driver.Widget || exit
            "$MAC/usr/sbin/kextstat" -l -b com.example.driver.Widget
            """);

    assertThat(ran.status()).isZero();
    assertThat(ran.out().lines().filter(line -> line.contains("com.example.driver.Widget (1.0.0)")))
        .hasSize(1);
  }

  @Test
  void take_paths_of_the_folder_and_relative_ones_for_those_of_the_mac() {
    Ran ran =
        shell.run(
            """
            "$MAC/sbin/kextload" "$MAC/Library/Extensions/Widget.kext"
            cd "$MAC/Library/Extensions" && ../../sbin/kextload Widget.kext
            ln -s "$MAC" "$OLDPWD/link" && cd "$OLDPWD" && link/sbin/kextload link/Library/Extensions/Widget.kext
            """);

    assertThat(ran.err().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("/Library/Extensions/Widget.kext failed to load"));
  }

  @Test
  void do_not_see_files_beside_the_mac() {
    Ran ran =
        shell.run(
            """
            cp -R "$MAC/Library/Extensions/Widget.kext" . && "$MAC/sbin/kextload" "$PWD/Widget.kext"
            """);

    assertThat(ran.err()).contains("Widget.kext failed to load - (libkern/kext) not found");
  }

  @Test
  void say_nothing_of_java_whatever_the_environment() {
    Map<String, String> environment =
        Map.of("JAVA_TOOL_OPTIONS", "-Dx=y", "JDK_JAVA_OPTIONS", "-Dx=y", "LC_ALL", "C");

    assertThat(shell.run("\"$MAC/usr/bin/sw_vers\" -productVersion", environment))
        .isEqualTo(new Ran(0, "10.15.7\n", ""));
  }

  @Test
  void are_found_on_the_path() {
    Ran ran = shell.run("PATH=\"$MAC/usr/bin:$MAC/sbin:$PATH\" && sw_vers -productVersion");

    assertThat(ran).isEqualTo(new Ran(0, "10.15.7\n", ""));
  }

  @Test
  void end_like_any_program_when_nobody_reads_any_more() {
    Ran ran = shell.run("\"$MAC/usr/sbin/kextstat\" | true; echo done");

    assertThat(ran).isEqualTo(new Ran(0, "done\n", ""));
  }

  @Test
  void sudo_of_the_mac_runs_programs_of_this_machine_as_root_of_the_mac() {
    Ran ran =
        shell.run(
            """
            export SIMULATED_MAC_UID=501 PATH="$MAC/usr/bin:$MAC/usr/sbin:$MAC/sbin:$PATH"
            kextunload -b com.example.None; echo $?
            sudo -n sh -c 'kextunload -b com.example.None; exit 9'; echo $?
            sudo -n cp -R "$MAC/Library/Extensions/Widget.kext" "$PWD/copy" && ls copy
            """);

    assertThat(ran.out()).isEqualTo("77\n9\nContents\n");
  }

  @Test
  void the_state_is_said_to_be_broken_and_where() throws IOException {
    Path state = mac.root().resolve(".simulated-mac/state.json");
    Files.writeString(state, Files.readString(state).substring(0, 100));

    Ran ran = shell.run("\"$MAC/usr/sbin/kextstat\"");

    assertThat(ran.status()).isEqualTo(70);
    assertThat(ran.err()).startsWith("simulated Mac: " + state + " is broken: ");
  }
}
