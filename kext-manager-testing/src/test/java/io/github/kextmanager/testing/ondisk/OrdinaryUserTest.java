package io.github.kextmanager.testing.ondisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.OnDiskMac;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.testing.ondisk.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A Mac on disk that belongs to an ordinary user of this machine, who is made for the test. */
@Tag("processes")
class OrdinaryUserTest {
  private static final String USER = "kextm-disk-test";
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.driver.Widget");

  private static Path home;
  private OnDiskMac mac;
  private Shell shell;

  @BeforeAll
  static void make_a_user() throws IOException {
    home = Files.createTempDirectory("kextm-disk-test-").toRealPath();
    Files.setAttribute(home, "unix:mode", 0755);
    assumeTrue(
        Namespaces.works("useradd", "--no-create-home", "--home-dir", home.toString(), USER),
        "no user can be made here");
  }

  @AfterAll
  static void remove_the_user() throws IOException, InterruptedException {
    Namespaces.works("userdel", USER);
    Namespaces.works("rm", "-rf", home.toString());
  }

  @BeforeEach
  void give_the_user_a_mac() throws IOException {
    Path folder = Files.createTempDirectory(home, "mac");
    mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).buildAt(folder);
    mac.change(
        it -> {
          it.install(TestKext.named(WIDGET.value()));
          it.approve(WIDGET);
        });
    Path scratch = Files.createTempDirectory(home, "scratch");
    assertThat(Namespaces.works("chown", "-R", USER, folder.toString(), scratch.toString()))
        .isTrue();
    shell = new Shell(folder, scratch);
    letTheUserReadTheClasses();
  }

  /** They may lie where only root may look, as what root has in {@code ~/.m2} does. */
  private void letTheUserReadTheClasses() throws IOException {
    Path launcher = mac.root().resolve(".simulated-mac/launcher");
    String text = Files.readString(launcher);
    Matcher classPath = Pattern.compile("class_path='(.*)'").matcher(text);
    assertThat(classPath.find()).isTrue();
    List<String> copies = new ArrayList<>();
    for (String entry : classPath.group(1).split(":", -1)) {
      Path copy = home.resolve("classes" + copies.size());
      if (!Files.exists(copy)) {
        assertThat(Namespaces.works("cp", "-rL", entry, copy.toString())).isTrue();
        assertThat(Namespaces.works("chmod", "-R", "a+rX", copy.toString())).isTrue();
      }
      copies.add(copy.toString());
    }
    Files.writeString(launcher, text.replace(classPath.group(1), String.join(":", copies)));
  }

  @Test
  void is_no_root_of_the_mac_but_can_be_by_its_sudo() {
    Ran ran =
        asUser(
            """
            PATH="$MAC/usr/bin:$MAC/usr/sbin:$MAC/sbin:$PATH"
            kextunload -b com.example.None; echo $?
            sudo -n kextload /Library/Extensions/Widget.kext; echo $?
            ditto "$MAC/Library/Extensions/Widget.kext" "$MAC/Library/Extensions/Copy.kext"; echo $?
            """);

    assertThat(ran.out()).isEqualTo("77\n0\n1\n");
    assertThat(ran.err()).contains("ditto: /Library/Extensions/Copy.kext: Permission denied");
  }

  @Test
  void sees_that_files_of_somebody_else_are_not_roots() {
    assertThat(
            Namespaces.works(
                "chown", "-R", "65534", mac.root().resolve("Library/Extensions").toString()))
        .isTrue();

    Ran ran =
        asUser(
            """
            "$MAC/usr/bin/sudo" -n kextload /Library/Extensions/Widget.kext
            "$MAC/usr/bin/sudo" -n chown -R root:wheel /Library/Extensions/Widget.kext
            "$MAC/usr/bin/sudo" -n kextload /Library/Extensions/Widget.kext; echo $?
            """);

    assertThat(ran.err()).contains("authentication failure (file ownership/permissions)");
    assertThat(ran.out()).isEqualTo("0\n");
  }

  @Test
  void enters_the_mac_as_root_and_owns_what_was_made_there() {
    assumeTrue(
        Namespaces.works("runuser", "-u", USER, "--", "unshare", "-rm", "true"),
        "an ordinary user may have no namespace here");

    Ran ran =
        asUser(
            """
            "$MAC/.simulated-mac/enter" sh -c 'id -u; kextload /Library/Extensions/Widget.kext; echo $?; echo x > /Library/x'
            """);

    assertThat(ran).isEqualTo(new Ran(0, "0\n0\n", ""));
    assertThat(mac.root().resolve("Library/x")).hasContent("x");
  }

  @Test
  void enters_the_mac_as_itself_and_needs_sudo() {
    assumeTrue(
        Namespaces.works("runuser", "-u", USER, "--", "unshare", "-rm", "true"),
        "an ordinary user may have no namespace here");

    Ran ran =
        asUser(
            """
            "$MAC/.simulated-mac/enter" --as-user sh -c '
              kextunload -b com.example.None; echo $?
              sudo -n kextload /Library/Extensions/Widget.kext; echo $?'
            """);

    assertThat(ran.out()).isEqualTo("77\n0\n");
  }

  @Test
  void may_look_at_a_mac_of_somebody_else_and_is_told_that_it_may_not_change_it()
      throws IOException {
    assertThat(Namespaces.works("chown", "-R", "0", mac.root().toString())).isTrue();

    Ran ran =
        asUser(
            """
            "$MAC/usr/sbin/kextstat" -l | wc -l
            "$MAC/usr/bin/sudo" -n kextunload -b com.apple.iokit.IOHIDFamily
            """);

    assertThat(ran.out()).isEqualTo("13\n");
    assertThat(ran.status()).isEqualTo(70);
    assertThat(ran.err())
        .isEqualTo(
            "simulated Mac: The state of the simulated Mac in "
                + mac.root()
                + " may not be changed by this user.\n");
  }

  private Ran asUser(String script) {
    return shell.run(List.of("runuser", "-u", USER, "--", "/bin/sh", "-c", script), Map.of());
  }
}
