package io.github.kextmanager.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.host.InstalledProfiles;
import io.github.kextmanager.host.KextPolicy;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.host.KextProfile;
import io.github.kextmanager.host.MdmEnrolment;
import io.github.kextmanager.host.Setting;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TeamIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovalWordsTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final Optional<String> TEAM = Optional.of("ABCDE12345");

  @Test
  void tells_the_rows_of_the_database() {
    var policy =
        new KextPolicy(
            List.of(
                new KextPolicy.Decision(
                    TEAM, WIDGET, Permission.NOT_ALLOWED, Optional.empty(), Optional.empty())),
            List.of(
                new KextPolicy.Managed(
                    TEAM, Optional.empty(), Permission.ALLOWED, Optional.empty())),
            List.of(
                new KextPolicy.Request(
                    "/Widget.kext",
                    Optional.empty(),
                    WIDGET,
                    Map.of("last_seen", "2026-01-02 03:04:05"))),
            List.of("There is a new table."));

    assertThat(FactWords.of(policy))
        .isEqualTo(
            "decided by persons: com.example.Widget (team ABCDE12345): not allowed; by profiles:"
                + " all kexts (team ABCDE12345): allowed; asked for: /Widget.kext"
                + " (com.example.Widget, no team), last at 2026-01-02 03:04:05 UTC; not"
                + " understood: There is a new table.");
  }

  @Test
  void tells_what_profiles_allow() {
    var profile =
        new KextProfile(
            KextProfile.Overrides.FORBIDDEN,
            List.of(new TeamIdentifier("ABCDE12345")),
            Map.of("", List.of(WIDGET)),
            KextProfile.Approvers.ADMINISTRATORS);
    var profiles =
        new InstalledProfiles(
            2,
            Setting.ENABLED,
            List.of(new InstalledProfiles.Installed("org.example", "", profile)),
            List.of());

    assertThat(FactWords.of(profiles))
        .isEqualTo(
            "2 profiles of all kinds; one of them for MDM: yes; about kexts: org.example allows"
                + " all of team ABCDE12345, com.example.Widget of no team, persons may allow"
                + " others: no, who are no administrators: no");
  }

  @Test
  void tells_how_a_mac_is_managed() {
    assertThat(
            FactWords.of(new MdmEnrolment(MdmEnrolment.Standing.USER_APPROVED, Optional.empty())))
        .isEqualTo(
            "enrolled, with the approval of a user; by its buyer, without a choice for its user:"
                + " not told");
  }
}
