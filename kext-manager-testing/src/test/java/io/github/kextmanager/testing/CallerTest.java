package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Who may do what, and through sudo. */
class CallerTest {
  private static final MacOsVersion CATALINA = MacOsVersion.parse("10.15.7");
  private static final String ID = "com.example.driver.Widget";
  private static final TestKext FIXTURE = TestKext.named(ID);

  @Test
  void knows_root_from_a_user() {
    assertThat(as(Caller.ROOT, "/usr/bin/id", "-u").stdout()).isEqualTo("0\n");
    assertThat(as(Caller.SUDOER_WITHOUT_PASSWORD, "/usr/bin/id", "-u").stdout()).isEqualTo("501\n");
  }

  @Test
  void becomes_root_through_sudo() {
    assertThat(as(Caller.SUDOER_WITHOUT_PASSWORD, "/usr/bin/sudo", "-n", "--", "/usr/bin/id", "-u"))
        .isEqualTo(new Answer(0, "0\n", ""));
  }

  @Test
  void answers_the_question_whether_sudo_works() {
    assertThat(as(Caller.SUDOER_WITHOUT_PASSWORD, "/usr/bin/sudo", "-n", "true"))
        .isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void says_that_sudo_needs_a_password() {
    assertThat(as(Caller.SUDOER_WITH_PASSWORD, "/usr/bin/sudo", "-n", "true"))
        .isEqualTo(new Answer(1, "", "sudo: a password is required\n"));
  }

  @Test
  void says_that_a_user_is_not_in_the_sudoers_file() {
    assertThat(as(Caller.NOT_A_SUDOER, "/usr/bin/sudo", "-n", "true"))
        .isEqualTo(
            new Answer(
                1, "", "user is not in the sudoers file.  This incident will be reported.\n"));
  }

  @Test
  void says_that_sudo_did_not_find_the_command() {
    assertThat(as(Caller.ROOT, "/usr/bin/sudo", "-n", "--", "/usr/bin/kmutil", "load"))
        .isEqualTo(new Answer(1, "", "sudo: /usr/bin/kmutil: command not found\n"));
  }

  @Test
  void runs_a_program_of_the_test_through_sudo_as_well() {
    try (SimulatedMac mac =
        SimulatedMac.builder(CATALINA)
            .program(Path.of("/usr/bin/csrutil"), words -> Reply.exit(0).stdout("enabled\n"))
            .build()) {
      assertThat(new Commands(mac).run("/usr/bin/sudo", "-n", "csrutil", "status"))
          .isEqualTo(new Answer(0, "enabled\n", ""));
    }
  }

  @Test
  void loads_through_sudo() {
    try (SimulatedMac mac = mac(Caller.SUDOER_WITHOUT_PASSWORD)) {
      mac.approve(BundleIdentifier.of(ID));
      CommandLine load = CommandLine.of(Path.of("/sbin/kextload"), mac.install(FIXTURE).toString());

      var result = mac.run(new Privilege.Sudo().applyTo(load));

      assertThat(Commands.answer(result)).isEqualTo(Answer.SILENT_SUCCESS);
      assertThat(mac.kernel().find(BundleIdentifier.of(ID))).isPresent();
    }
  }

  @Test
  void lets_no_user_unload_and_says_so_before_anything_else() {
    assertThat(as(Caller.SUDOER_WITHOUT_PASSWORD, "/sbin/kextunload"))
        .isEqualTo(
            new Answer(
                77,
                "",
                "You must be running as root to unload kexts, terminate services,"
                    + " or remove driver personalities.\n"));
  }

  @Test
  void lets_no_user_load_what_is_not_meant_for_users() {
    try (SimulatedMac mac = mac(Caller.SUDOER_WITHOUT_PASSWORD)) {
      mac.approve(BundleIdentifier.of(ID));
      mac.install(FIXTURE);

      assertThat(new Commands(mac).run("/sbin/kextload", "-b", ID))
          .isEqualTo(
              new Answer(
                  77,
                  "",
                  ID
                      + " failed to load - (libkern/kext) not privileged;"
                      + " check the system/kernel logs for errors or try kextutil(8).\n"));
    }
  }

  @Test
  void lets_a_user_load_what_says_so_and_needs_nothing_that_does_not() {
    try (SimulatedMac mac = mac(Caller.SUDOER_WITHOUT_PASSWORD)) {
      mac.approve(BundleIdentifier.of(ID));
      mac.install(FIXTURE.codeless().loadableByUsers());

      assertThat(new Commands(mac).run("/sbin/kextload", "-b", ID))
          .isEqualTo(Answer.SILENT_SUCCESS);
    }
  }

  @Test
  void lets_no_user_load_from_outside_the_folders_for_extensions() {
    try (SimulatedMac mac = mac(Caller.SUDOER_WITHOUT_PASSWORD)) {
      Path outside = mac.install(FIXTURE.loadableByUsers().at(Path.of("/tmp/Widget.kext")));

      assertThat(new Commands(mac).run("/sbin/kextload", outside.toString()).status())
          .isEqualTo(77);
    }
  }

  private static Answer as(Caller caller, String program, String... arguments) {
    try (SimulatedMac mac = mac(caller)) {
      return new Commands(mac).run(program, arguments);
    }
  }

  private static SimulatedMac mac(Caller caller) {
    return SimulatedMac.builder(CATALINA).caller(caller).build();
  }
}
