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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that know nothing of a simulated Mac, in a namespace where it is the Mac. */
@Tag("processes")
class EnterTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.driver.Widget");

  @TempDir Path temporary;
  private OnDiskMac mac;
  private Path scratch;
  private Shell shell;

  @BeforeEach
  void make() throws IOException {
    Namespaces.assumePermitted();
    Path folder = temporary.resolve("it's a \"m\u00e4c\", $HOME:1");
    mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).buildAt(folder);
    mac.change(it -> it.install(TestKext.named(WIDGET.value())));
    scratch = Files.createDirectory(temporary.resolve("scratch"));
    shell = new Shell(mac.root(), scratch);
  }

  @Test
  void find_the_tools_and_the_files_of_the_mac_where_a_mac_has_them() {
    Ran ran =
        enter(
            """
            /usr/bin/sw_vers -productVersion
            ls /Library/Extensions
            ls -d /System/Library/Extensions/System.kext
            /sbin/kextload /Library/Extensions/Widget.kext
            """);

    assertThat(ran.status()).isEqualTo(27);
    assertThat(ran.out())
        .isEqualTo("10.15.7\nWidget.kext\n/System/Library/Extensions/System.kext\n");
    assertThat(ran.err()).startsWith("/Library/Extensions/Widget.kext failed to load");
  }

  /** The simulated sqlite3 has that of the host answer, in whose place it stands. */
  @Test
  void read_the_database_of_approvals() {
    mac.change(it -> it.approve(WIDGET));

    Ran ran =
        enter(
            """
            sqlite3 /private/var/db/SystemPolicyConfiguration/KextPolicy \\
              'select bundle_id, allowed from kext_policy'
            """);

    assertThat(ran).isEqualTo(new Ran(0, WIDGET.value() + "|1\n", ""));
  }

  @Test
  void write_to_the_mac_what_is_the_macs_and_to_the_host_what_is_the_hosts() throws IOException {
    Ran ran = enter("echo 1 > /Library/mine && echo 2 > \"$PWD/ours\" && echo 3 > /Users/Shared/x");

    assertThat(ran).isEqualTo(new Ran(0, "", ""));
    assertThat(mac.root().resolve("Library/mine")).hasContent("1");
    assertThat(mac.root().resolve("Users/Shared/x")).hasContent("3");
    assertThat(scratch.resolve("ours")).hasContent("2");
  }

  @Test
  void leave_nothing_behind() throws IOException {
    List<String> before = top();
    Ran mounts = shell.run("cat /proc/self/mounts");

    assertThat(enter("mkdir /forgotten").status()).isNotZero();

    assertThat(top()).isEqualTo(before);
    assertThat(shell.run("cat /proc/self/mounts")).isEqualTo(mounts);
  }

  @Test
  void load_a_kext_that_lies_beside_the_mac() throws IOException {
    mac.change(it -> it.approve(WIDGET));

    Ran ran =
        enter(
            """
            cp -R /Library/Extensions/Widget.kext "$PWD/" && rm -r /Library/Extensions/Widget.kext
            kextload "$PWD/Widget.kext" && kextstat -l -b com.example.driver.Widget | wc -l
            """);

    assertThat(ran).isEqualTo(new Ran(0, "1\n", ""));
  }

  @Test
  void are_told_that_an_owner_is_wrong_and_can_mend_it() {
    mac.change(it -> it.approve(WIDGET));

    Ran ran =
        enter(
            """
            cd /Library/Extensions
            chown -R 501:staff Widget.kext && kextload Widget.kext; echo $?
            chown -R root:wheel Widget.kext && kextload Widget.kext; echo $?
            """);

    assertThat(ran.out()).isEqualTo("71\n0\n");
    assertThat(ran.err()).contains("authentication failure (file ownership/permissions)");
  }

  @Test
  void copy_and_look_with_what_linux_lacks() {
    Ran ran =
        enter(
            """
            ditto /Library/Extensions/Widget.kext "$PWD/a copy/Widget.kext"
            ditto "$PWD/a copy/Widget.kext" /Library/Extensions/Copy.kext
            /usr/libexec/PlistBuddy -c 'Print :CFBundleIdentifier' /Library/Extensions/Copy.kext/Contents/Info.plist
            plutil -lint Copy.kext/Contents/Info.plist "$PWD/a copy/Widget.kext/Contents/Info.plist" | wc -l
            """);

    assertThat(ran.out()).isEqualTo("com.example.driver.Widget\n1\n");
    assertThat(ran.err()).startsWith("Copy.kext/Contents/Info.plist: file does not exist");
  }

  @Test
  void use_sudo() {
    Ran ran =
        enter(
            """
            sudo -n kextload /Library/Extensions/Widget.kext; echo $?
            sudo -n sh -c 'kextunload -b com.example.None; exit 9'; echo $?
            sudo no-such-program; echo $?
            """);

    assertThat(ran.out()).isEqualTo("27\n9\n1\n");
  }

  @Test
  void keep_their_exit_status_and_their_signals() {
    assertThat(enter("exit 41").status()).isEqualTo(41);
    assertThat(enter("kill -TERM $$").status()).isEqualTo(128 + 15);
  }

  @Test
  void keep_words_and_the_working_directory_as_they_are() {
    Ran ran =
        shell.run(
            List.of(
                mac.enterScript().toString(),
                "/bin/sh",
                "-c",
                "pwd; printf '%s|' \"$@\"",
                "sh",
                "a  b",
                "",
                "*",
                "'\"",
                "\n"),
            Map.of());

    assertThat(ran.out()).isEqualTo(scratch + "\na  b||*|'\"|\n|");
  }

  @Test
  void share_the_mac_with_others_who_are_not_inside() {
    Ran ran =
        enter("\"$MAC/.simulated-mac/enter\" true; kextload -b com.example.driver.Widget; exit 0");

    assertThat(ran.status()).isZero();
    assertThat(mac.report().awaitingApproval()).containsExactly(WIDGET.value());
  }

  private Ran enter(String script) {
    return shell.run(List.of(mac.enterScript().toString(), "/bin/sh", "-c", script), Map.of());
  }

  private static List<String> top() throws IOException {
    try (var entries = Files.list(Path.of("/"))) {
      return entries.map(Path::toString).sorted().toList();
    }
  }
}
