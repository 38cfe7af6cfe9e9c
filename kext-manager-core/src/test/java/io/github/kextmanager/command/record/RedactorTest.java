package io.github.kextmanager.command.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandLine;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final Redaction JANE =
      Redaction.recognisable()
          .withUser("jane")
          .withHost("janes-mbp.corp.example.com")
          .withHost("Jane\u2019s MacBook Pro")
          .withWord("Project Widget");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/Users/jane/Widget.kext; /Users/<user>/Widget.kext",
        "/USERS/JANE/x; /USERS/<user>/x",
        "file:///Users/jane/Widget.kext; file:///Users/<user>/Widget.kext",
        "file%3A%2F%2F%2FUsers%2Fjane%2Fx; file%3A%2F%2F%2FUsers%2F<user>%2Fx",
        "owner jane:staff; owner <user>:staff",
        "jane_backup jane-backup ~jane; <user>_backup <user>-backup ~<user>",
        "(jane) 'jane' \"jane\" jane, jane.; (<user>) '<user>' \"<user>\" <user>, <user>.",
        "janet sojane jane2 Jane's; janet sojane jane2 <user>'s",
        "com.jane.driver; com.<user>.driver",
        "name\\njane; name\\n<user>",
        "host janes-mbp.corp.example.com; host <host>",
        "host JANES-MBP.local and janes-mbp; host <host>.local and <host>",
        "server.corp.example.com; server.<domain>",
        "on Jane's MacBook Pro; on <host>",
        "on Jane\u2019s MacBook Pro; on <host>",
        "Jane%E2%80%99s%20MacBook%20Pro; <host>",
        "about project widget; about <private>",
        "Jane.Doe+x@mail.example.co.uk said; <email> said",
        "mailto:jane%40example.com; mailto:<email>",
        "/Users/bob/x /home/bob; /Users/<other-user>/x /home/<other-user>",
        "/Users/Shared/x; /Users/Shared/x",
        "/var/folders/zz/abc123_x0/T/x; /var/folders/<temporary>/T/x",
        "\"IOPlatformSerialNumber\" = \"C02ABC12DEF3\"; \"IOPlatformSerialNumber\" ="
            + " \"<serial-number>\"",
        "Serial Number (system): C02ABC12DEF3; Serial Number (system): <serial-number>",
        "\"serial-number\" = <4330324142>; \"serial-number\" = <serial-number>",
        "<key>serial_number</key> <string>C02ABC12DEF3</string>; <key>serial_number</key>"
            + " <string><serial-number></string>",
        "\"IOPlatformUUID\" = \"4C4C4544-0042-3010-8053-B2C04F4C3532\"; \"IOPlatformUUID\" ="
            + " \"<hardware-uuid>\"",
        "Hardware UUID: 4C4C4544-0042-3010-8053-B2C04F4C3532; Hardware UUID: <hardware-uuid>",
        "Provisioning UDID: 00008103-001A2B3C4D5E6F70; Provisioning UDID: <hardware-uuid>",
        "ether a4:83:e7:00:11:22; ether <hardware-address>",
        "Darwin some-mac.lan 23.5.0 Darwin Kernel Version 23.5.0; Darwin <host> 23.5.0 Darwin"
            + " Kernel Version 23.5.0",
        "Nov  2 16:04:49 some-mac kernel[0]: hello; Nov  2 16:04:49 <host> kernel[0]: hello",
        "2026-11-22 16:04:49.123456-0700  some-mac kernel[0]: hello; 2026-11-22"
            + " 16:04:49.123456-0700  <host> kernel[0]: hello",
        "4D1EDE05-38C7:MLB\tC02123456789ABCDEF; 4D1EDE05-38C7:MLB\t<serial-number>",
        "ether a4-83-e7-00-11-22; ether <hardware-address>",
        "? (10.1.2.3) at a4:83:e7:0:11:22; ? (<network-address>) at <hardware-address>",
        "nfs:10.1.2.3:/vol; nfs:<network-address>:/vol",
        "inet6 fe80::1c2b:3d4e:5f60:7a8b%en0 prefixlen; inet6 <network-address> prefixlen",
        "2001:db8:0:1:2:3:4:5, fd00::1; <network-address>, <network-address>",
        "/Users/Bob Roberts Jr/Widget.kext; /Users/<other-user>/Widget.kext",
        "/Users/Bob\\ Roberts/x; /Users/<other-user>/x",
        "file:///Users/Bob%20Roberts/x; file:///Users/<other-user>/x",
        "file%3A%2F%2F%2FUsers%2FBob%20R%2Fx; file%3A%2F%2F%2FUsers%2F<other-user>%2Fx",
        "/Users/O'Brien/x; /Users/<other-user>/x",
        "'/Users/bob'; '/Users/<other-user>'",
        "\"\\/Users\\/bob\\/x\"; \"\\/Users\\/<other-user>\\/x\"",
        "/Users/jos\\u00e9/x; /Users/<other-user>/x",
        "~bob/Widget.kext; ~<other-user>/Widget.kext",
        "cp /Users/bob /tmp/x; cp /Users/<other-user> /tmp/x",
        "User bob may run the following commands on bobs-mac:; User <user> may run the following"
            + " commands on <host>:",
        "(root) NOPASSWD: /usr/bin/tool --password hunter2; (root) NOPASSWD: /usr/bin/tool"
            + " --password <secret>",
        "export AWS_SECRET_ACCESS_KEY=abc/def; export AWS_SECRET_ACCESS_KEY=<secret>",
        "password: hunter2; password: <secret>",
        "api ghp_abcdefghijklmnopqrstuvwx; api <secret>",
        "https://bob:hunter2@example.com/x; https://<secret>@example.com/x",
        "password=hunter2 next; password=<secret> next",
        "'\"password\": \"hunter2\"'; '\"password\": \"<secret>\"'",
        "Authorization: Bearer abcdef123456; Authorization: Bearer <secret>",
      },
      quoteCharacter = '`')
  void replaces_what_is_private(String said, String recorded) {
    assertThat(new Redactor(JANE).text(said)).isEqualTo(recorded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    1  140 0xffffff7f80a42000 0x5000 0x5000 com.apple.iokit.IOUSBFamily (900.4.2)"
            + " 3AF9B3A2-5A0D-3C6B-9A0E-0A0A0A0A0A0A <5 4 3 1>",
        "No variant specified, falling back to release",
        "Darwin Kernel Version 23.5.0: Wed May  1 20:12:58 PDT 2024;"
            + " root:xnu-10063.121.3~5/RELEASE_ARM64_T6000",
        "2026-11-22 16:04:49.123456-0700  localhost kernel[0]: hello",
        "/Library/Extensions/Widget.kext failed to load - (libkern/kext) system policy prevents"
            + " loading",
        "sudo: a password is required",
        "Password:",
        "openssl@1.1 icon",
        "com.example.Widget (10.0.0.1)",
        "com.example.Widget\t10.0.0.1",
        "com.example.Widget(10.0.0.1)[01234567-89AB-CDEF-0123-456789ABCDEF]@0xffffff7f95a14000",
        "<key>CFBundleVersion</key> <string>10.0.0.1</string>",
        "\"version\":\"10.0.0.1\"",
        "Widget version 10.0.0.1",
        "127.0.0.1 and 0.0.0.0",
        "Face::add and std::cafe",
        "16:04:49",
        "A password is required: /usr/bin/kmutil",
        "Library at ~/Library",
        "14.5",
      })
  void lets_the_facts_be(String said) {
    assertThat(new Redactor(JANE).text(said)).isEqualTo(said);
  }

  @Test
  void lets_a_name_that_is_a_word_of_the_tools_be_but_not_as_a_home_folder() {
    var redactor = new Redactor(Redaction.recognisable().withUser("apple").withHost("mac.local"));

    assertThat(redactor.text("com.apple.kext of /Users/apple/x on mac"))
        .isEqualTo("com.apple.kext of /Users/<user>/x on mac");
  }

  @Test
  void finds_a_name_between_colours() {
    assertThat(new Redactor(JANE).text("\u001b[1;31mjane\u001b[0m"))
        .isEqualTo("\u001b[1;31m<user>\u001b[0m");
  }

  @Test
  void finds_a_name_composed_decomposed_in_a_url_and_in_octal() {
    String name = "jos\u00e9";
    var redactor = new Redactor(Redaction.recognisable().withUser(name));

    assertThat(
            redactor.text(
                String.join(
                    " ", name, Normalizer.normalize(name, Form.NFD), "jos%C3%A9", "jos\\303\\251")))
        .isEqualTo("<user> <user> <user> <user>");
  }

  @Test
  void finds_a_name_behind_the_escapes_of_json_of_property_lists_and_of_recordings() {
    String name = "jos\u00e9";
    var redactor = new Redactor(Redaction.recognisable().withUser(name));

    assertThat(redactor.text("jos\\u00e9 jos\\U00e9 jos\\u{e9} jose\\u0301 JOS\\u00E9"))
        .isEqualTo("<user> <user> <user> <user> <user>");
  }

  @Test
  void finds_a_name_with_an_apostrophe_that_a_shell_quotes() {
    var redactor = new Redactor(Redaction.recognisable().withUser("O'Hara"));

    assertThat(redactor.text("'/O'\\''Hara/x' \"'/O'\\\\''Hara/x'\""))
        .isEqualTo("'/<user>/x' \"'/<user>/x'\"");
  }

  @Test
  void finds_a_name_in_a_script_that_is_written_without_spaces() {
    var redactor = new Redactor(Redaction.recognisable().withUser("\u7530\u4e2d"));

    assertThat(redactor.text("\u7530\u4e2d\u306eWidget.kext")).isEqualTo("<user>\u306eWidget.kext");
  }

  @Test
  void finds_a_user_whom_sudo_has_named_in_later_lines() {
    var redactor = new Redactor(Redaction.recognisable());
    redactor.text("User bob may run the following commands on bobs-mac:");

    assertThat(redactor.text("owner bob on bobs-mac")).isEqualTo("owner <user> on <host>");
  }

  @Test
  void finds_a_name_that_holds_characters_with_a_meaning_in_patterns() {
    var redactor = new Redactor(Redaction.recognisable().withWord("a.b*(c)\\E$1"));

    assertThat(redactor.text("x a.b*(c)\\E$1 y axb")).isEqualTo("x <private> y axb");
  }

  @Test
  void leaves_a_path_absolute_whose_beginning_is_private() {
    var redactor = new Redactor(Redaction.recognisable().withWord("/Volumes/Plan 9"));

    assertThat(redactor.text("/Volumes/Plan 9/x of /System/Volumes/Data/Volumes/Plan 9/y"))
        .isEqualTo("/<private>/x of /System/Volumes/Data/<private>/y");
  }

  @Test
  void finds_the_beginning_of_a_name_where_the_output_was_cut() {
    var redactor = new Redactor(JANE);

    assertThat(redactor.output(new CapturedOutput("on janes-m", true))).isEqualTo("on <host>");
  }

  @Test
  void finds_a_serial_number_without_its_label_once_it_was_seen_with_it() {
    var redactor = new Redactor(JANE);
    redactor.text("Serial Number (system): C02ABC12DEF3");

    assertThat(redactor.text("backup-C02ABC12DEF3.plist"))
        .isEqualTo("backup-<serial-number>.plist");
  }

  @Test
  void replaces_a_password_in_the_arguments_and_wherever_it_is_said_again() {
    var redactor = new Redactor(JANE);
    CommandLine command =
        CommandLine.of(
            Path.of("/usr/bin/tool"), "-adminPassword", "correct horse", "--token=ab cd", "x");

    redactor.learnFrom(command);

    assertThat(redactor.argv(command.argv()))
        .containsExactly("/usr/bin/tool", "-adminPassword", "<secret>", "--token=<secret>", "x");
    assertThat(redactor.text("tried \"correct horse\" and ab cd"))
        .isEqualTo("tried \"<secret>\" and <secret>");
  }

  @Test
  void replaces_the_values_of_variables_that_are_named_like_secrets() {
    var redactor = new Redactor(JANE);

    assertThat(redactor.variable("GITHUB_TOKEN", "x")).isEqualTo("<secret>");
    assertThat(redactor.variable("HOME", "/Users/jane")).isEqualTo("/Users/<user>");
  }

  @Test
  void nothing_private_reaches_the_file_by_any_way() {
    RecordingFixture fixture = RecordingFixture.in(folder).redacting(JANE);
    CommandLine command =
        CommandLine.of(Path.of("/Users/jane/bin/tool"), "/Users/jane/x", "--password", "hunter2")
            .withEnvironment(Map.of("USER", "jane", "DB_PASSWORD", "s3cr3t!"))
            .withWorkingDirectory(Path.of("/Users/jane"));

    fixture.record(Commands.saying("janes-mbp hunter2\n", "jane@example.com s3cr3t!"), command);

    assertThat(fixture.text())
        .doesNotContainIgnoringCase("jane")
        .doesNotContain("hunter2", "s3cr3t", "example.com");
  }

  @Test
  void is_done_with_a_hostile_text_in_no_time() {
    var redactor = new Redactor(JANE);
    for (String piece :
        new String[] {
          "a",
          "a.",
          "a@",
          "://a:",
          "jane",
          "/",
          "%",
          "\\n",
          "Serial Number: ",
          "1:",
          "<",
          "1.",
          "fe80:",
          ":",
          "/Users/a b ",
          "/Users/a%20",
          "com.a.",
          "version ",
          "-password ",
          "eyJ.",
          "~a",
          "--token",
          "User a "
        }) {
      String text = piece.repeat((1 << 17) / piece.length());

      assertThat(redactor.text(text)).isNotEmpty();
    }
  }

  @Test
  void redacts_nothing_where_nothing_is_to_be_hidden() {
    String said = "jane@example.com password=hunter2 /Users/jane";

    assertThat(new Redactor(Redaction.none()).text(said)).isEqualTo(said);
  }

  @Test
  void refuses_a_blank_word() {
    assertThatIllegalArgumentException().isThrownBy(() -> JANE.withWord(" "));
  }
}
