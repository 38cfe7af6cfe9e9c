package io.github.kextmanager.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.command.exec.SudoUser;
import io.github.kextmanager.doctor.SudoersFragment.Grant;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the sudo of this machine lets a user do by our rules. The programs of macOS are not here, so
 * the rules name a script in their place.
 */
@Tag("processes")
class SudoersWithRealSudoTest {
  private static final String ODD = "/Library/Extensions/W*i?d[g]e,t:=#!\\$\"'(@%~^\u00f6.kext";

  @TempDir static Path folder;
  private static SudoUser user;
  private static Path tool;

  @BeforeAll
  static void prepare() throws IOException {
    user = SudoUser.create();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    tool = Files.writeString(folder.resolve("kmutil"), "#!/bin/sh\necho ran\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterAll
  static void removeUser() throws IOException {
    if (user != null) {
      user.close();
    }
  }

  private static String rules(String name, String bundle) {
    return new SudoersFragment(new MacOsVersion(14, 0, 0))
        .text(name, List.of(new Grant(BundleIdentifier.of("com.example.Widget"), Path.of(bundle))))
        .replace("/usr/bin/kmutil", tool.toString());
  }

  private static boolean isAllowed(String... arguments) {
    CommandResult result =
        user.runThroughSudo(new Privilege.Sudo(), CommandLine.of(tool, arguments));
    return result.stdout().text().equals("ran\n");
  }

  @Test
  void allows_exactly_the_commands_of_the_rules() throws IOException {
    user.mayDo(rules(user.name(), "/Library/Extensions/Widget.kext"));

    assertThat(isAllowed("load", "-p", "/Library/Extensions/Widget.kext")).isTrue();
    assertThat(isAllowed("load", "-b", "com.example.Widget")).isTrue();
    assertThat(isAllowed("unload", "-b", "com.example.Widget")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "load",
        "load -p",
        "load -p /Library/Extensions/Widget.kext -p /tmp/Evil.kext",
        "load -p /Library/Extensions/Widget.kext/",
        "load -p /Library/Extensions/./Widget.kext",
        "load -p /Library/Extensions/../../tmp/Widget.kext",
        "load -p /Library/Extensions/Widget.kext/../../../tmp/Evil.kext",
        "load -p /tmp/Widget.kext",
        "load -p /library/extensions/widget.kext",
        "load -b com.example.Widget --all",
        "load -b com.example.Widgets",
        "load -b com_example_Widget",
        "unload -p /Library/Extensions/Widget.kext",
        "rebuild",
      })
  void refuses_near_misses(String arguments) throws IOException {
    user.mayDo(rules(user.name(), "/Library/Extensions/Widget.kext"));

    assertThat(isAllowed(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1))).isFalse();
  }

  @Test
  void takes_no_odd_character_for_anything_but_itself() throws IOException {
    user.mayDo(rules(user.name(), ODD));

    assertThat(isAllowed("load", "-p", ODD)).isTrue();
    for (int at = ODD.indexOf('W'); at < ODD.lastIndexOf('.'); at++) {
      assertThat(isAllowed("load", "-p", ODD.substring(0, at) + "x" + ODD.substring(at + 1)))
          .as("another character at %d", at)
          .isFalse();
    }
    assertThat(isAllowed("load", "-p", ODD.replace("*", "**"))).isFalse();
  }

  /** The reason for which paths with spaces are refused. */
  @Test
  void sudo_cannot_tell_an_argument_with_a_space_from_two() throws IOException {
    user.mayDo("USER ALL=(root) NOPASSWD: " + tool + " load -p /Library/My\\ Widget.kext");

    assertThat(isAllowed("load", "-p", "/Library/My Widget.kext")).isTrue();
    assertThat(isAllowed("load", "-p", "/Library/My", "Widget.kext")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane",
        "%admin",
        "#501",
        "%#80",
        "CORP\\jane",
        "%CORP\\domain users",
        "jane@example.com",
        "JANE",
        "%STAFF",
        "jos\u00e9"
      })
  void visudo_accepts_every_user(String name) throws Exception {
    Path visudo = Path.of("/usr/sbin/visudo");
    assumeTrue(Files.isExecutable(visudo), "needs visudo");
    Path file = Files.writeString(folder.resolve("rules"), rules(name, ODD));

    Process check =
        new ProcessBuilder(visudo.toString(), "-c", "-f", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), UTF_8);

    assertThat(check.waitFor()).as(said).isZero();
  }
}
