package io.github.kextmanager.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.host.KextProfile.Approvers;
import io.github.kextmanager.host.KextProfile.Coverage;
import io.github.kextmanager.host.KextProfile.Overrides;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TeamIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KextProfileTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final TeamIdentifier TEAM = new TeamIdentifier("ABCDE12345");
  private static final KextProfile STRICT =
      new KextProfile(
          Overrides.FORBIDDEN,
          List.of(new TeamIdentifier("TEAMTEAM11")),
          Map.of(TEAM.value(), List.of(WIDGET), "", List.of(BundleIdentifier.of("com.old.Driver"))),
          Approvers.EVERYBODY);

  private static List<KextProfile> read(String text) {
    return new KextProfileReader().read(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "com.example.Widget, ABCDE12345, BY_EXTENSION",
    "com.example.Other, ABCDE12345, FORBIDDEN",
    "com.example.Any, TEAMTEAM11, BY_TEAM",
    "com.example.Widget, OTHERTEAM1, FORBIDDEN",
    "com.old.Driver, , BY_EXTENSION",
    "com.example.Widget, , FORBIDDEN"
  })
  void a_profile_covers_what_it_lists(String identifier, String team, Coverage coverage) {
    assertThat(
            STRICT.of(
                BundleIdentifier.of(identifier),
                Optional.ofNullable(team).map(TeamIdentifier::new)))
        .isEqualTo(coverage);
  }

  @Test
  void what_is_not_listed_is_left_to_persons_where_they_may_override() {
    KextProfile profile = KextProfile.allowing(WIDGET, Optional.of(TEAM));

    assertThat(profile.of(BundleIdentifier.of("com.example.Other"), Optional.empty()))
        .isEqualTo(Coverage.LEFT_TO_PERSONS);
  }

  @Test
  void reads_what_it_wrote() {
    String text = new KextProfileText(STRICT, "Drivers of <Example> & Co").mobileConfig();

    assertThat(read(text)).containsExactly(STRICT);
  }

  @Test
  void the_same_profile_has_the_same_identifiers() {
    assertThat(new KextProfileText(STRICT, "a").mobileConfig())
        .isEqualTo(new KextProfileText(STRICT, "a").mobileConfig())
        .isNotEqualTo(new KextProfileText(STRICT, "b").mobileConfig());
  }

  @Test
  void reads_a_payload_alone_and_what_it_leaves_out_is_forbidden() {
    assertThat(
            read(
                "<plist version=\"1.0\"><dict><key>AllowedTeamIdentifiers</key>"
                    + "<array><string>ABCDE12345</string></array></dict></plist>"))
        .containsExactly(
            new KextProfile(
                Overrides.FORBIDDEN, List.of(TEAM), Map.of(), Approvers.ADMINISTRATORS));
  }

  @Test
  void finds_nothing_in_a_profile_about_something_else() {
    assertThat(
            read(
                "<plist version=\"1.0\"><dict><key>PayloadContent</key><array><dict>"
                    + "<key>PayloadType</key><string>com.apple.wifi.managed</string>"
                    + "</dict></array></dict></plist>"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<array/>| A profile is a dictionary.",
        "<dict><key>AllowUserOverrides</key><string>yes</string></dict>| AllowUserOverrides is true"
            + " or false, and here is a string.",
        "<dict><key>AllowedTeamIdentifiers</key><string>A</string></dict>| AllowedTeamIdentifiers"
            + " is a list, and here is a string.",
        "<dict><key>AllowedKernelExtensions</key><dict><key>A</key><array><true/></array></dict></dict>|"
            + " AllowedKernelExtensions is a list of texts, and here is a boolean."
      })
  void refuses_what_is_of_the_wrong_kind(String root, String message) {
    assertThatThrownBy(() -> read("<plist version=\"1.0\">" + root + "</plist>"))
        .isInstanceOf(UnreadableProfileException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refuses_a_signed_profile_and_says_how_to_take_it_out() {
    assertThatThrownBy(() -> new KextProfileReader().read(new byte[] {0x30, (byte) 0x82, 1}))
        .isInstanceOf(UnreadableProfileException.class)
        .hasMessageContaining("security cms -D");
  }
}
