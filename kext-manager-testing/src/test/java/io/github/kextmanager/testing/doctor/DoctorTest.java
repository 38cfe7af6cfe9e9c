package io.github.kextmanager.testing.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.command.CapturedOutput;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.doctor.Check;
import io.github.kextmanager.doctor.Check.Result;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Diagnosis.Standing;
import io.github.kextmanager.doctor.DoctorsLook;
import io.github.kextmanager.doctor.Ground;
import io.github.kextmanager.doctor.KextVersions;
import io.github.kextmanager.doctor.KextVersions.Copy;
import io.github.kextmanager.doctor.KextVersions.Place;
import io.github.kextmanager.doctor.Topic;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.QueryFailedException;
import io.github.kextmanager.testing.BootSecurity;
import io.github.kextmanager.testing.Chip;
import io.github.kextmanager.testing.FileOwner;
import io.github.kextmanager.testing.Reply;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.validation.OwnerAndMode;
import io.github.kextmanager.verdict.Actor;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the doctor finds beside the obstacles of the matrix. */
class DoctorTest {
  private static final TestKext WIDGET = TestKext.named("com.example.Widget");

  @TempDir Path folder;

  private static SimulatedMac mac(String release) {
    SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse(release)).build();
    mac.install(WIDGET);
    mac.policy().approve(WIDGET.identifier());
    return mac;
  }

  private static KextManager manager(SimulatedMac mac) {
    return KextManager.builder().runner(mac).root(mac.root()).build();
  }

  private static KextManager remembering(SimulatedMac mac, Path journal) {
    return KextManager.builder().runner(mac).root(mac.root()).journal(journal, "a test").build();
  }

  private static DoctorsLook look(SimulatedMac mac) {
    return manager(mac).examination().seeing((seen, onDisk) -> owner(mac, seen));
  }

  private static OwnerAndMode owner(SimulatedMac mac, Path seen) {
    FileOwner owner = mac.owner(seen);
    return new OwnerAndMode(owner.user(), owner.group(), owner.mode());
  }

  private static Diagnosis diagnosis(SimulatedMac mac) {
    return look(mac).look().examine(WIDGET.identifier());
  }

  private static Check check(Diagnosis diagnosis, Topic topic) {
    return diagnosis.check(topic).orElseThrow();
  }

  private static Path report(SimulatedMac mac) throws IOException {
    try (Stream<Path> files = Files.list(mac.root().resolve("Library/Logs/DiagnosticReports"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.15.7", "12.5", "14.5"})
  void names_the_report_and_the_line_of_a_panic_in_which_the_kext_stood(String release)
      throws IOException {
    try (SimulatedMac mac = mac(release)) {
      mac.restart();
      mac.faults().plan("kernel/load panic Widget lost its port");
      manager(mac).load(WIDGET.path());

      Check panics = check(diagnosis(mac), Topic.PANICS);

      assertThat(panics.result()).isEqualTo(Result.WARNED);
      Ground ground = panics.grounds().get(0);
      assertThat(ground.from()).isEqualTo("/" + mac.root().relativize(report(mac)));
      assertThat(ground.line()).isEmpty();
      assertThat(ground.text())
          .containsPattern("^line \\d+ of the text of the panic, .*Widget lost its port");
    }
  }

  /** Up to 10.14 the report is the text itself. */
  @Test
  void names_the_line_of_the_report_that_names_the_kext_started_last() throws IOException {
    try (SimulatedMac mac = mac("10.14.6")) {
      mac.restart();
      mac.faults().plan("kernel/load panic Widget lost its port");
      manager(mac).load(WIDGET.path());

      List<Ground> grounds = check(diagnosis(mac), Topic.PANICS).grounds();

      List<String> report = Files.readAllLines(report(mac));
      assertThat(grounds)
          .extracting(ground -> report.get(ground.line().orElseThrow() - 1))
          .allMatch(line -> line.contains("com.example.Widget"));
    }
  }

  @Test
  void does_not_acquit_a_kext_by_a_report_that_was_cut_short() throws IOException {
    try (SimulatedMac mac = mac("10.15.7")) {
      mac.restart();
      mac.faults().plan("kernel/load panic Widget lost its port");
      manager(mac).load(WIDGET.path());
      Path report = report(mac);
      String text = Files.readString(report);
      Files.writeString(report, text.substring(0, text.indexOf("Backtrace")));

      Check panics = check(diagnosis(mac), Topic.PANICS);

      assertThat(panics.result()).isEqualTo(Result.NOT_KNOWN);
      assertThat(panics.said())
          .contains("/" + mac.root().relativize(report) + " was cut short, in line ");
    }
  }

  @Test
  void a_report_that_cannot_be_read_hides_no_other() throws IOException {
    try (SimulatedMac mac = mac("10.15.7")) {
      mac.restart();
      mac.faults().plan("kernel/load panic Widget lost its port");
      manager(mac).load(WIDGET.path());
      Files.createSymbolicLink(report(mac).resolveSibling("gone.panic"), Path.of("nowhere"));

      assertThat(check(diagnosis(mac), Topic.PANICS).result()).isEqualTo(Result.WARNED);
    }
  }

  @Test
  void accuses_nobody_by_the_panic_of_a_T2_chip() throws IOException {
    try (SimulatedMac mac = mac("10.15.7")) {
      Path folder = mac.root().resolve("Library/Logs/DiagnosticReports");
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("panic-full-1.ips"),
          "{\"panicString\":\"panic(cpu 0 caller 0xfffffff01): macOS panic detected\\n"
              + "OS version: 23P5602\\nmacOS version: Not set\\n"
              + "last started kext at 1: com.example.Widget\\t1.0 (addr 0x1, size 1)\\n\"}");

      Check panics = check(diagnosis(mac), Topic.PANICS);

      assertThat(panics.result()).isEqualTo(Result.NOT_KNOWN);
      assertThat(panics.grounds())
          .extracting(Ground::text)
          .containsExactly(
              "The T2 chip reports a panic in /Library/Logs/DiagnosticReports/panic-full-1.ips, and"
                  + " macOS left no text of its own.");
    }
  }

  @Test
  void knows_from_the_journal_that_a_restart_is_owed_and_afterwards_that_it_did_not_take() {
    Path journal = folder.resolve("journal");
    try (SimulatedMac mac = mac("14.5")) {
      remembering(mac, journal).load(WIDGET.path());
      DoctorsLook look = look(mac).reading(journal);

      Check before = check(look.look().examine(WIDGET.identifier()), Topic.RESTART);
      mac.restart();
      Check after = check(look.look().examine(WIDGET.identifier()), Topic.RESTART);

      assertThat(before.reason()).contains(Reason.REBOOT_REQUIRED);
      assertThat(before.grounds().get(0).text()).contains("RESTART owed", "a test");
      assertThat(after.result()).isEqualTo(Result.WARNED);
    }
  }

  @Test
  void a_load_of_which_the_journal_knows_no_end_is_not_nothing() throws IOException {
    Path journal = folder.resolve("journal");
    try (SimulatedMac mac = mac("14.5")) {
      remembering(mac, journal).load(WIDGET.path());
      Files.write(journal, Files.readAllLines(journal).subList(0, 1));

      Check restart =
          check(look(mac).reading(journal).look().examine(WIDGET.identifier()), Topic.RESTART);

      assertThat(restart.result()).isEqualTo(Result.WARNED);
      assertThat(restart.grounds().get(0).text()).startsWith("a load begun at ");
    }
  }

  @Test
  void a_restart_that_is_owed_to_another_version_than_the_loaded_one_is_still_owed() {
    Path journal = folder.resolve("journal");
    try (SimulatedMac mac = mac("14.5")) {
      remembering(mac, journal).load(WIDGET.path());
      mac.restart();
      remembering(mac, journal).load(WIDGET.path());
      mac.install(WIDGET.version("2.0"));
      remembering(mac, journal).load(WIDGET.path());

      Check restart =
          check(look(mac).reading(journal).look().examine(WIDGET.identifier()), Topic.RESTART);

      assertThat(restart.grounds())
          .extracting(Ground::text)
          .anyMatch(text -> text.startsWith("another version or build is loaded: 1.0"));
      assertThat(restart.said()).contains("waits for the next");
    }
  }

  @Test
  void names_the_lines_of_a_damaged_journal() throws IOException {
    Path journal = Files.writeString(folder.resolve("journal"), "nonsense\n");
    try (SimulatedMac mac = mac("14.5")) {
      Check restart =
          check(look(mac).reading(journal).look().examine(WIDGET.identifier()), Topic.RESTART);

      assertThat(restart.result()).isEqualTo(Result.NOT_KNOWN);
      assertThat(restart.grounds().get(0).line()).hasValue(1);
    }
  }

  @Test
  void finds_a_protected_copy_and_a_loaded_version_that_are_out_of_date() {
    try (SimulatedMac mac = mac("10.15.7")) {
      manager(mac).load(WIDGET.path());
      mac.install(WIDGET.version("2.0"));

      KextVersions versions = diagnosis(mac).versions();

      assertThat(versions.copies())
          .extracting(Copy::place, copy -> copy.version().text())
          .containsExactly(
              tuple(Place.ON_DISK, "2.0"),
              tuple(Place.STAGED, "1.0.0"),
              tuple(Place.LOADED, "1.0.0"));
      assertThat(versions.stale())
          .extracting(stale -> stale.copy().place())
          .containsExactly(Place.STAGED, Place.LOADED);
      assertThat(check(diagnosis(mac), Topic.STAGED).result()).isEqualTo(Result.WARNED);
    }
  }

  @Test
  void tells_another_build_of_the_same_version_by_its_uuid() {
    try (SimulatedMac mac = mac("10.15.7")) {
      manager(mac).load(WIDGET.path());
      mac.install(WIDGET.uuid(new UUID(1, 2)));

      Diagnosis diagnosis = diagnosis(mac);

      assertThat(diagnosis.reason()).contains(Reason.ALREADY_LOADED_DIFFERENT_VERSION);
      assertThat(diagnosis.versions().stale())
          .extracting(stale -> stale.copy().place())
          .contains(Place.LOADED);
    }
  }

  @Test
  void takes_what_runs_for_what_is_in_the_collection() {
    try (SimulatedMac mac = mac("14.5")) {
      manager(mac).load(WIDGET.path());
      mac.restart();
      KextVersions before = diagnosis(mac).versions();
      manager(mac).load(WIDGET.path());
      KextVersions after = diagnosis(mac).versions();

      assertThat(before.notKnown())
          .anySatisfy(
              unseen -> {
                assertThat(unseen.place()).isEqualTo(Place.IN_COLLECTION);
                assertThat(unseen.because()).contains("last asked for as " + WIDGET.path());
              });
      assertThat(after.copies()).extracting(Copy::place).contains(Place.IN_COLLECTION);
      assertThat(after.stale()).isEmpty();
    }
  }

  @Test
  void finds_copies_of_the_kernel_manager() {
    try (SimulatedMac mac = mac("14.5")) {
      WIDGET
          .version("0.5")
          .at(
              Path.of(
                  "/private/var/db/KernelExtensionManagement/Staging/com.example.Widget.AbC123",
                  "Widget.kext"))
          .writeTo(mac.root());

      assertThat(diagnosis(mac).versions().stale())
          .extracting(stale -> stale.copy().version().text())
          .containsExactly("0.5");
    }
  }

  @Test
  void blames_a_library_that_nobody_has_allowed() {
    try (SimulatedMac mac = mac("10.15.7")) {
      mac.install(TestKext.named("com.example.Base").compatibleFrom("1.0"));
      mac.install(WIDGET.needing("com.example.Base", "1.0"));

      Diagnosis diagnosis = diagnosis(mac);

      assertThat(diagnosis.reason()).contains(Reason.MISSING_DEPENDENCY);
      assertThat(check(diagnosis, Topic.LIBRARIES_APPROVED).grounds())
          .extracting(Ground::text)
          .containsExactly("Nobody has allowed it.");
      assertThat(manager(mac).load(WIDGET.path()))
          .isInstanceOfSatisfying(
              LoadOutcome.Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.MISSING_DEPENDENCY));
    }
  }

  @Test
  void looks_at_what_is_loaded_and_nowhere_on_the_disk() throws IOException {
    try (SimulatedMac mac = mac("10.12.6")) {
      manager(mac).load(WIDGET.path());
      Path bundle = mac.root().resolve("Library/Extensions/Widget.kext");
      Files.move(bundle, mac.root().resolve("Widget.kext"));

      List<Diagnosis> all = look(mac).look().examineAll();

      assertThat(all).hasSize(1);
      assertThat(check(all.get(0), Topic.PRESENT).result()).isEqualTo(Result.WARNED);
      assertThat(all.get(0).versions().stale())
          .extracting(stale -> stale.because())
          .containsExactly("There is no bundle of it on the disk any more.");
    }
  }

  @Test
  void does_not_say_which_build_is_loaded_where_no_table_tells() {
    try (SimulatedMac mac = mac("10.10.5")) {
      manager(mac).load(WIDGET.path());
      mac.install(WIDGET.uuid(new UUID(1, 1)));

      Diagnosis diagnosis = diagnosis(mac);

      assertThat(diagnosis.standing()).isEqualTo(Standing.LOADED);
      assertThat(check(diagnosis, Topic.LOADED_VERSION).result()).isEqualTo(Result.NOT_KNOWN);
    }
  }

  @Test
  void does_not_know_whether_a_library_is_allowed_where_it_does_not_know_of_the_kext() {
    try (SimulatedMac mac = mac("10.14.6")) {
      mac.install(WIDGET.needing("com.example.Gears", "1.0"));
      mac.install(TestKext.named("com.example.Gears").compatibleFrom("1.0"));
      mac.restartThroughRecovery(recovery -> recovery.disableIntegrityProtection());

      Check libraries = check(diagnosis(mac), Topic.LIBRARIES_APPROVED);

      assertThat(libraries.result()).isEqualTo(Result.NOT_KNOWN);
      assertThat(libraries.grounds())
          .extracting(Ground::from)
          .containsExactly("/Library/Extensions/Gears.kext");
    }
  }

  @Test
  void says_what_a_folder_lacks_that_is_no_kext() throws IOException {
    try (SimulatedMac mac = mac("10.12.6")) {
      Path empty = Path.of("/Library/Extensions/Empty.kext");
      Files.createDirectories(mac.root().resolve("Library/Extensions/Empty.kext"));

      Diagnosis diagnosis = look(mac).look().examine(empty);

      assertThat(diagnosis.standing()).isEqualTo(Standing.STOPPED);
      assertThat(diagnosis.reason()).contains(Reason.INVALID_BUNDLE);
      assertThat(check(diagnosis, Topic.READABLE).said()).contains("Info.plist");
    }
  }

  @Test
  void says_that_nothing_can_be_judged_without_the_release() {
    try (SimulatedMac mac = mac("14.5")) {
      mac.faults().plan("any* missing");

      assertThatThrownBy(() -> look(mac).look())
          .isInstanceOf(QueryFailedException.class)
          .hasMessageContaining("The release of macOS could not be found out");
    }
  }

  private static SimulatedMac macWhose(String program, Function<List<String>, String> answer) {
    SimulatedMac mac =
        SimulatedMac.builder(MacOsVersion.parse("14.5"))
            .chip(Chip.APPLE_SILICON)
            .program(Path.of(program), words -> Reply.exit(0).stdout(answer.apply(words)))
            .build();
    mac.install(WIDGET);
    mac.policy().approve(WIDGET.identifier());
    return mac;
  }

  @Test
  void calls_approvals_not_known_when_the_database_is_locked() {
    try (SimulatedMac mac =
        SimulatedMac.builder(MacOsVersion.parse("14.5"))
            .program(
                Path.of("/usr/bin/sqlite3"),
                words -> Reply.exit(5).stderr("Error: database is locked\n"))
            .build()) {
      mac.install(WIDGET);

      Check approval = check(diagnosis(mac), Topic.APPROVED);

      assertThat(approval.result()).isEqualTo(Result.NOT_KNOWN);
      assertThat(approval.said()).contains("database is locked");
    }
  }

  @Test
  void calls_approvals_not_known_when_the_table_is_another_one() {
    try (SimulatedMac mac =
        macWhose(
            "/usr/bin/sqlite3",
            words ->
                words.get(words.size() - 1).contains("sqlite_master")
                    ? """
                    6B6578745F706F6C696379|62756E646C655F6964
                    6B6578745F706F6C696379|76657264696374
                    end|
                    """
                    : "kext_policy|636F6D2E6578616D706C652E576964676574\nend|\n")) {
      Check approval = check(diagnosis(mac), Topic.APPROVED);

      assertThat(approval.result()).isEqualTo(Result.NOT_KNOWN);
      assertThat(approval.grounds())
          .extracting(Ground::text)
          .contains("kext_policy has no allowed", "kext_policy has a new verdict");
    }
  }

  @Test
  void names_two_answers_that_contradict_each_other() {
    String full = "{\"SPiBridgeDataType\":[{\"ibridge_secure_boot\":\"Full Security\"}]}";
    try (SimulatedMac mac = macWhose("/usr/sbin/system_profiler", words -> full)) {
      manager(mac).load(WIDGET.path());
      mac.restart();
      manager(mac).load(WIDGET.path());

      Check policy = check(diagnosis(mac), Topic.BOOT_POLICY);

      assertThat(policy.result()).isEqualTo(Result.WARNED);
      assertThat(policy.said()).startsWith("Two answers contradict each other");
      assertThat(policy.grounds()).hasSize(2);
    }
  }

  @Test
  void names_that_a_kext_runs_on_a_kernel_that_has_no_collection() {
    UnaryOperator<String> withoutCollection =
        said -> said.replaceAll("(?m)^kern\\.auxiliaryfilesetuuid: .*\\n", "");
    try (SimulatedMac mac = mac("14.5")) {
      mac.restart();
      manager(mac).load(WIDGET.path());
      CommandRunner runner =
          command -> {
            CommandResult result = mac.run(command);
            return command.argv().get(0).equals("/usr/sbin/sysctl")
                ? new CommandResult(
                    command,
                    result.termination(),
                    new CapturedOutput(withoutCollection.apply(result.stdout().text()), false),
                    result.stderr(),
                    result.elapsed())
                : result;
          };

      Check collection =
          check(
              KextManager.builder()
                  .runner(runner)
                  .root(mac.root())
                  .build()
                  .examination()
                  .seeing((seen, onDisk) -> owner(mac, seen))
                  .look()
                  .examine(WIDGET.identifier()),
              Topic.COLLECTION);

      assertThat(collection.result()).isEqualTo(Result.WARNED);
      assertThat(collection.said())
          .startsWith("Two answers contradict each other: it is loaded, and the kernel has no");
      assertThat(collection.grounds())
          .extracting(Ground::from)
          .hasSize(2)
          .anyMatch(from -> from.contains("kmutil showloaded"))
          .anyMatch(from -> from.contains("kern.auxiliaryfilesetuuid"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.15.7, It runs, 'and would be refused if it were loaded again. '",
    "14.5, It runs, 'and would be refused when the collection is built again. '"
  })
  void says_of_a_kext_that_runs_what_it_would_be_refused_for(
      String release, String runs, String then) {
    try (SimulatedMac mac = mac(release)) {
      mac.restart();
      manager(mac).load(WIDGET.path());
      mac.changeOwner(WIDGET.path(), 501, 20);

      Diagnosis diagnosis = diagnosis(mac);

      assertThat(diagnosis.standing()).isEqualTo(Standing.LOADED);
      assertThat(diagnosis.reason()).isEmpty();
      Check owners = check(diagnosis, Topic.AUTHENTIC);
      assertThat(owners.result()).isEqualTo(Result.WARNED);
      assertThat(owners.reason()).contains(Reason.BAD_OWNERSHIP);
      assertThat(owners.said()).startsWith(runs + ", " + then);
      assertThat(diagnosis.remedies())
          .extracting(remedy -> remedy.command().orElse(""))
          .contains("sudo chown -R root:wheel " + WIDGET.path());
    }
  }

  @Test
  void says_of_an_excluded_kext_that_runs_that_it_runs() {
    try (SimulatedMac mac = mac("10.15.7")) {
      manager(mac).load(WIDGET.path());
      mac.policy().exclude(WIDGET.identifier(), "LE 2.0");

      Diagnosis diagnosis = diagnosis(mac);

      assertThat(diagnosis.standing()).isEqualTo(Standing.LOADED);
      assertThat(check(diagnosis, Topic.EXCLUDE_LIST).result()).isEqualTo(Result.WARNED);
    }
  }

  @Test
  void knows_the_rules_that_it_would_write_for_sudo_itself() {
    String rule = "/usr/bin/kmutil load\n        -p /Library/Extensions/Widget.kext";
    try (SimulatedMac mac = userWhoMay(rule)) {
      assertThat(check(diagnosis(mac), Topic.PRIVILEGE).result()).isEqualTo(Result.PASSED);
    }
    try (SimulatedMac mac = userWhoMay("/usr/bin/kmutil")) {
      assertThat(check(diagnosis(mac), Topic.PRIVILEGE).result()).isEqualTo(Result.PASSED);
    }
    try (SimulatedMac mac = userWhoMay("/usr/bin/kmutil load -p /Library/Extensions/Other.kext")) {
      assertThat(check(diagnosis(mac), Topic.PRIVILEGE).said()).endsWith("but not this one.");
    }
  }

  @Test
  void sends_nobody_to_recovery_for_an_approval_that_users_may_give() {
    for (BootSecurity security :
        List.of(BootSecurity.REDUCED, BootSecurity.REDUCED_WITHOUT_KEXTS)) {
      try (SimulatedMac mac =
          SimulatedMac.builder(MacOsVersion.parse("14.5"))
              .chip(Chip.APPLE_SILICON)
              .bootSecurity(security)
              .build()) {
        mac.install(WIDGET);

        assertThat(diagnosis(mac).remedies().stream().map(Remedy::actor).toList())
            .as("%s", security)
            .satisfies(
                actors ->
                    assertThat(actors.contains(Actor.RECOVERY))
                        .isEqualTo(security != BootSecurity.REDUCED));
      }
    }
  }

  @Test
  void says_its_grounds_in_words() {
    try (SimulatedMac mac =
        SimulatedMac.builder(MacOsVersion.parse("14.5")).chip(Chip.APPLE_SILICON).build()) {
      mac.install(WIDGET);

      assertThat(diagnosis(mac).checks())
          .flatExtracting(Check::grounds)
          .extracting(Ground::text)
          .contains(
              "Reduced Security; users may manage kexts: yes; MDM may: no; MDM of automated"
                  + " enrolment may: no",
              "enabled",
              "this process is root")
          .noneMatch(text -> text.matches(".*\\w\\[.*\\].*"));
    }
  }

  /** As sudo of 1.9.13 prints it. */
  private static SimulatedMac userWhoMay(String rule) {
    SimulatedMac mac =
        SimulatedMac.builder(MacOsVersion.parse("14.5"))
            .program(Path.of("/usr/bin/id"), words -> Reply.exit(0).stdout("501\n"))
            .program(
                Path.of("/usr/bin/sudo"),
                words ->
                    Reply.exit(0)
                        .stdout(
                            "User jane may run the following commands on mac:\n"
                                + "    (root) NOPASSWD: /bin/ls, "
                                + rule
                                + "\n"))
            .build();
    mac.install(WIDGET);
    return mac;
  }

  @Test
  void looks_at_nothing_of_apple() {
    try (SimulatedMac mac = mac("14.5")) {
      assertThat(look(mac).look().examineAll())
          .extracting(each -> each.identifier().orElseThrow())
          .containsExactly(WIDGET.identifier());
    }
  }
}
