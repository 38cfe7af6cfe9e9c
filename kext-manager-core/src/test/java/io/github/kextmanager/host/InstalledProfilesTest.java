package io.github.kextmanager.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.host.HostFact.NotKnown;
import io.github.kextmanager.host.KextProfile.Coverage;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TeamIdentifier;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledProfilesTest {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\">\n";

  private static String plist(String profiles) {
    return HEAD
        + "<dict><key>_computerlevel</key><array>"
        + profiles
        + "</array></dict>\n</plist>\n";
  }

  private static String profile(String type, String content) {
    return """
    <dict><key>ProfileIdentifier</key><string>com.example.profile</string>
    <key>ProfileItems</key><array><dict>
      <key>PayloadContent</key><dict>%s</dict>
      <key>PayloadType</key><string>%s</string>
      <key>PayloadUUID</key><string>0C6AFB45-01B6-4E19-944A-123CD16381C7</string>
    </dict></array></dict>
    """
        .formatted(content, type);
  }

  private static final String ALLOWING =
      "<key>AllowedTeamIdentifiers</key><array><string>ABCDE12345</string></array>";

  @Test
  void reads_what_the_profiles_say_of_kexts() {
    InstalledProfiles profiles =
        InstalledProfilesReader.read(
            plist(
                profile("com.apple.mdm", "<key>ServerURL</key><string>x</string>")
                    + profile(KextProfile.PAYLOAD_TYPE, ALLOWING)));

    assertThat(profiles.count()).isEqualTo(2);
    assertThat(profiles.management()).isEqualTo(Setting.ENABLED);
    assertThat(profiles.kexts()).hasSize(1);
    assertThat(profiles.kexts().get(0).payload()).isEqualTo("0C6AFB45-01B6-4E19-944A-123CD16381C7");
    assertThat(
            profiles
                .kexts()
                .get(0)
                .policy()
                .of(
                    BundleIdentifier.of("com.example.a"),
                    Optional.of(new TeamIdentifier("ABCDE12345"))))
        .isEqualTo(Coverage.BY_TEAM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "There are no configuration profiles installed in the system domain\n",
        "There are no configuration profiles installed\n",
        HEAD + "<dict/>\n</plist>\n"
      })
  void knows_that_none_is_installed(String printed) {
    assertThat(InstalledProfilesReader.read(printed).count()).isZero();
  }

  @Test
  void passes_over_lines_around_the_property_list() {
    String printed = "debug: reading\n" + plist(profile("com.apple.mdm", "")) + "debug: done\n";

    assertThat(InstalledProfilesReader.read(printed).management()).isEqualTo(Setting.ENABLED);
  }

  @Test
  void a_payload_that_cannot_be_understood_spoils_no_other() {
    InstalledProfiles profiles =
        InstalledProfilesReader.read(
            plist(
                profile(
                        KextProfile.PAYLOAD_TYPE,
                        "<key>AllowUserOverrides</key><string>yes</string>")
                    + profile(KextProfile.PAYLOAD_TYPE, ALLOWING)));

    assertThat(profiles.kexts()).hasSize(1);
    assertThat(profiles.unreadable())
        .containsExactly(
            "The payload about kexts of profile com.example.profile: AllowUserOverrides is true or"
                + " false, and here is a string.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "profiles: requires root privileges\n",
        HEAD + "<array/></plist>",
        HEAD + "<dict><key>_computerlevel</key><string>x</string></dict></plist>",
        HEAD + "<dict><key>_computerlevel</key><array>"
      })
  void refuses_what_is_no_list(String printed) {
    assertThatThrownBy(() -> InstalledProfilesReader.read(printed))
        .isInstanceOf(UnreadableProfileException.class);
  }

  @Test
  void says_why_the_profiles_are_not_known() {
    var programs = new Programs().answer("/usr/bin/profiles -C", "garbage");

    assertThat(
            new ManagementProbe(programs, new Privilege.AlreadyRoot(), Duration.ofSeconds(5))
                .profiles())
        .isInstanceOfSatisfying(
            NotKnown.class,
            unknown ->
                assertThat(unknown.because()).startsWith("profiles printed no list of profiles:"));
  }
}
