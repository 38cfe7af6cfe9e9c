package io.github.kextmanager.testing.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.doctor.Check;
import io.github.kextmanager.doctor.Check.Result;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Ground;
import io.github.kextmanager.doctor.Topic;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.FileOwner;
import io.github.kextmanager.testing.KextProfile;
import io.github.kextmanager.testing.Reply;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.validation.OwnerAndMode;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the doctor says of approvals where its sources are silent or differ. */
class DoctorOnApprovalsTest {
  private static final TestKext WIDGET = TestKext.named("com.example.Widget");

  private static Diagnosis diagnosis(SimulatedMac mac) {
    return KextManager.builder()
        .runner(mac)
        .root(mac.root())
        .build()
        .examination()
        .seeing((seen, onDisk) -> owner(mac, seen))
        .look()
        .examine(WIDGET.identifier());
  }

  private static Check check(Diagnosis diagnosis, Topic topic) {
    return diagnosis.check(topic).orElseThrow();
  }

  private static OwnerAndMode owner(SimulatedMac mac, Path seen) {
    FileOwner owner = mac.owner(seen);
    return new OwnerAndMode(owner.user(), owner.group(), owner.mode());
  }

  private static SimulatedMac macWithLockedDatabase(String release) {
    SimulatedMac mac =
        SimulatedMac.builder(MacOsVersion.parse(release))
            .program(
                Path.of("/usr/bin/sqlite3"),
                words -> Reply.exit(1).stderr("Error: in prepare, authorization denied (23)\n"))
            .build();
    mac.install(WIDGET);
    return mac;
  }

  @Test
  void a_profile_tells_the_approval_where_the_database_may_not_be_read() {
    try (SimulatedMac mac = macWithLockedDatabase("14.5")) {
      mac.policy().mdm().install(KextProfile.create().allowingTeam(TestKext.TEAM));

      Check approval = check(diagnosis(mac), Topic.APPROVED);

      assertThat(approval.result()).isEqualTo(Result.PASSED);
      assertThat(approval.grounds())
          .singleElement()
          .satisfies(
              ground -> {
                assertThat(ground.from()).isEqualTo("/usr/bin/profiles -C -o stdout-xml");
                assertThat(ground.text()).endsWith("allows its team");
              });
    }
  }

  @Test
  void a_managed_mac_needs_no_approval_up_to_10_13_3() {
    try (SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.13.3")).build()) {
      mac.install(WIDGET);
      assertThat(check(diagnosis(mac), Topic.APPROVED).result()).isEqualTo(Result.FAILED);

      mac.policy().mdm().enrol();
      assertThat(check(diagnosis(mac), Topic.APPROVED).result()).isEqualTo(Result.PASSED);
    }
  }

  @Test
  void names_that_a_profile_and_the_database_contradict_each_other() {
    try (SimulatedMac mac = macWithRows("OTHER98765 0")) {
      mac.policy().mdm().install(KextProfile.create().allowingTeam(TestKext.TEAM));

      Check approval = check(diagnosis(mac), Topic.APPROVED);

      assertThat(approval.result()).isEqualTo(Result.NOT_KNOWN);
      assertThat(approval.said()).startsWith("Two answers contradict each other: a profile");
    }
  }

  @Test
  void says_that_a_profile_lets_no_person_approve() {
    try (SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build()) {
      mac.install(WIDGET);
      mac.policy().mdm().install(KextProfile.create().allowingTeam("OTHER98765"));

      assertThat(check(diagnosis(mac), Topic.APPROVED).grounds())
          .extracting(Ground::text)
          .anyMatch(text -> text.endsWith("lets no person approve other kexts than it lists"));
    }
  }

  /** Answers of sqlite3 with rows of kext_policy, each a team and 1 or 0. */
  private static SimulatedMac macWithRows(String... rows) {
    var printed = new StringBuilder();
    for (String row : rows) {
      String[] values = row.split(" ", -1);
      printed.append(
          "kext_policy|%s|%s|%s\n"
              .formatted(hex(values[0]), hex(WIDGET.identifier().value()), hex(values[1])));
    }
    String columns =
        Stream.of("team_id", "bundle_id", "allowed", "developer_name", "flags")
            .map(column -> hex("kext_policy") + "|" + hex(column) + "\n")
            .collect(Collectors.joining("", "", "end|\n"));
    SimulatedMac mac =
        SimulatedMac.builder(MacOsVersion.parse("10.15.7"))
            .program(
                Path.of("/usr/bin/sqlite3"),
                words ->
                    Reply.exit(0)
                        .stdout(
                            words.get(words.size() - 1).contains("sqlite_master")
                                ? columns
                                : printed.toString().replace("\n", "||\n") + "end|\n"))
            .build();
    mac.install(WIDGET);
    return mac;
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }

  @Test
  void calls_approvals_not_known_when_rows_contradict_each_other() {
    try (SimulatedMac mac = macWithRows(TestKext.TEAM + " 0", TestKext.TEAM + " 1")) {
      Check approval = check(diagnosis(mac), Topic.APPROVED);

      assertThat(approval.result()).isEqualTo(Result.NOT_KNOWN);
      assertThat(approval.said()).isEqualTo("Rows of the database contradict each other.");
      assertThat(approval.grounds()).hasSize(2);
    }
  }

  @Test
  void an_approval_of_another_team_does_not_count() {
    try (SimulatedMac mac = macWithRows("OTHER98765 1")) {
      Check approval = check(diagnosis(mac), Topic.APPROVED);

      assertThat(approval.result()).isEqualTo(Result.FAILED);
      assertThat(approval.grounds())
          .extracting(Ground::text)
          .contains("kext_policy: team OTHER98765, kext com.example.Widget, allowed");
    }
  }
}
