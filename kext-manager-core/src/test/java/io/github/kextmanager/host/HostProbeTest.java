package io.github.kextmanager.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.Privilege;
import io.github.kextmanager.host.HostFact.NotKnown;
import io.github.kextmanager.host.HostFacts.Chip;
import io.github.kextmanager.host.HostFacts.Machine;
import io.github.kextmanager.host.HostFacts.Translation;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostProbeTest {
  private static final String SYSCTL = "/usr/sbin/sysctl";
  private static final String SESSION = "8236E878-0E59-4FDA-83B8-F310AD4B2AA8";

  @TempDir Path root;

  private HostFacts ask(Programs programs) {
    return new HostProbe(programs, root, new Privilege.AlreadyRoot(), Duration.ofSeconds(5)).ask();
  }

  private static Programs sonoma() {
    return new Programs()
        .answer("/usr/bin/sw_vers -productVersion", "14.4\n")
        .answer(
            SYSCTL,
            """
            kern.osversion: 23E214
            kern.osrelease: 23.4.0
            kern.bootsessionuuid: %s
            kern.bootargs: amfi_get_out_of_my_way=1  -v
            kern.safeboot: 0
            kern.hv_vmm_present: 1
            hw.optional.arm64: 1
            sysctl.proc_translated: 0
            """
                .formatted(SESSION))
        .answer("/usr/bin/csrutil status", "System Integrity Protection status: enabled.\n")
        .answer("/usr/sbin/spctl", "Kernel Extension User Consent: DISABLED\n")
        .answer(
            "/usr/sbin/system_profiler",
            """
            {"SPiBridgeDataType":[{"ibridge_secure_boot" : "Reduced Security",
             "ibridge_sb_other_kext" : "Yes", "ibridge_sb_manual_mdm":"No"}]}
            """)
        .answer("/usr/bin/id -u", "0\n");
  }

  @Test
  void learns_what_a_mac_with_apple_silicon_is() {
    HostFacts facts = ask(sonoma());

    assertThat(facts.release().value()).contains(MacOsVersion.parse("14.4"));
    assertThat(facts.build().value()).contains("23E214");
    assertThat(facts.chip().value()).contains(Chip.APPLE_SILICON);
    assertThat(facts.translation().value()).contains(Translation.NATIVE);
    assertThat(facts.machine().value()).contains(Machine.VIRTUAL);
    assertThat(facts.boot().value()).contains(BootMode.NORMAL);
    assertThat(facts.bootSession().value()).contains(UUID.fromString(SESSION));
    assertThat(facts.bootArguments().value()).contains(List.of("amfi_get_out_of_my_way=1", "-v"));
    assertThat(facts.userConsent().value()).contains(Setting.DISABLED);
    assertThat(facts.root().value()).contains(new RootAccess.AlreadyRoot());
  }

  @Test
  void asks_each_program_once() {
    Programs programs = sonoma();

    ask(programs);

    assertThat(programs.asked()).doesNotHaveDuplicates().hasSizeLessThan(10);
  }

  @Test
  void says_how_each_fact_was_learnt() {
    HostFacts facts = ask(sonoma());

    assertThat(facts.release().asked()).isEqualTo("/usr/bin/sw_vers -productVersion");
    assertThat(facts.bootSession().asked()).startsWith(SYSCTL + " ");
  }

  @Test
  void a_mac_where_nothing_answers_is_not_known_and_no_failure() {
    HostFacts facts = ask(new Programs());

    assertThat(facts.release())
        .isInstanceOfSatisfying(
            NotKnown.class,
            unknown -> assertThat(unknown.because()).contains("No such file or directory"));
    assertThat(facts.chip().value()).isEmpty();
    assertThat(facts.bootPolicy().value()).isEmpty();
    assertThat(facts.root().value()).isEmpty();
  }

  @Test
  void a_program_that_hangs_leaves_a_fact_not_known() {
    HostFacts facts = ask(sonoma().hang("/usr/bin/csrutil status"));

    assertThat(facts.integrity())
        .isInstanceOfSatisfying(
            NotKnown.class,
            unknown ->
                assertThat(unknown.because()).isEqualTo("It gave no answer within 5000 ms."));
  }

  @Test
  void an_old_mac_is_not_asked_for_what_came_later() {
    Programs programs =
        new Programs()
            .answer("/usr/bin/sw_vers", "10.10.5\n")
            .answer(SYSCTL, 1, "kern.osversion: 14F2511\nkern.safeboot: 1\n", "unknown oid")
            .answer("/usr/bin/id", "0\n");

    HostFacts facts = ask(programs);

    assertThat(programs.asked()).hasSize(3);
    assertThat(facts.chip().value()).contains(Chip.INTEL);
    assertThat(facts.boot().value()).contains(BootMode.SAFE);
    assertThat(facts.integrity())
        .isInstanceOfSatisfying(
            NotKnown.class,
            unknown ->
                assertThat(unknown.because())
                    .isEqualTo("There is no System Integrity Protection before macOS 10.11."));
  }

  @ParameterizedTest
  @CsvSource({"10.16, 20.6.0, 11", "10.16, 24.1.0, 15", "16.0, 25.0.0, 26", "16.1, 26.1.0, 27"})
  void finds_the_release_behind_the_one_that_old_programs_are_told(
      String told, String darwin, String release) {
    HostFacts facts =
        ask(
            new Programs()
                .answer("/usr/bin/sw_vers", told + "\n")
                .answer(SYSCTL, "kern.osrelease: " + darwin + "\n"));

    assertThat(facts.release().value()).contains(MacOsVersion.parse(release));
  }

  @ParameterizedTest
  @CsvSource({"-v kext-dev-mode=1, ENABLED", "-v, DISABLED", "kext-dev-mode=10, DISABLED"})
  void learns_the_developer_mode_of_10_10(String words, Setting mode) {
    HostFacts facts =
        ask(
            new Programs()
                .answer("/usr/bin/sw_vers", "10.10.5\n")
                .answer(SYSCTL, "kern.osrelease: 14.5.0\nkern.bootargs: " + words + "\n"));

    assertThat(facts.developerMode().value()).contains(mode);
  }

  @ParameterizedTest
  @CsvSource({
    "10.9.5, There is no developer mode for kexts before macOS 10.10.",
    "10.11.6, There is none for kexts from macOS 10.11 on",
    "26.0, There is none for kexts from macOS 10.11 on"
  })
  void no_other_release_has_a_developer_mode_for_kexts(String release, String because) {
    HostFacts facts =
        ask(
            new Programs()
                .answer("/usr/bin/sw_vers", release + "\n")
                .answer(SYSCTL, "kern.bootargs: kext-dev-mode=1\n"));

    assertThat(facts.developerMode())
        .isInstanceOfSatisfying(
            NotKnown.class, unknown -> assertThat(unknown.because()).startsWith(because));
  }

  @Test
  void tells_variables_from_anything_else_that_sysctl_may_say() {
    HostFacts facts = ask(sonoma().answer(SYSCTL, "sysctl: unbekannt: ja\nhw.optional.arm64: 1\n"));

    assertThat(facts.chip())
        .isInstanceOfSatisfying(
            NotKnown.class,
            unknown ->
                assertThat(unknown.because())
                    .isEqualTo("sysctl did not answer with variables of the kernel."));
  }

  @Test
  void a_variable_with_two_values_is_not_known() {
    HostFacts facts =
        ask(
            sonoma()
                .answer(SYSCTL, "kern.osrelease: 23.4.0\nkern.safeboot: 0\nkern.safeboot: 1\n"));

    assertThat(facts.boot()).isInstanceOf(NotKnown.class);
  }

  @Test
  void a_process_under_Rosetta_runs_on_apple_silicon() {
    HostFacts facts =
        ask(sonoma().answer(SYSCTL, "kern.osrelease: 23.4.0\nsysctl.proc_translated: 1\n"));

    assertThat(facts.chip().value()).contains(Chip.APPLE_SILICON);
    assertThat(facts.translation().value()).contains(Translation.ROSETTA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.3", "macOS 14.4", "14.4\n14.5", "", "vierzehn"})
  void takes_nothing_else_for_a_release(String told) {
    assertThat(ask(sonoma().answer("/usr/bin/sw_vers -productVersion", told)).release().value())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"assessments: ENABLED", "Kernel Extension User Consent: AKTIVIERT", "ENABLED", ""})
  void takes_nothing_else_for_consent(String told) {
    assertThat(ask(sonoma().answer("/usr/sbin/spctl", told)).userConsent().value()).isEmpty();
  }

  @Test
  void a_mac_whose_answers_fit_has_no_contradictions() {
    assertThat(ask(sonoma()).contradictions()).isEmpty();
  }

  @Test
  void names_a_kernel_of_another_release() {
    HostFacts facts = ask(sonoma().answer("/usr/bin/sw_vers -productVersion", "15.1\n"));

    assertThat(facts.contradictions())
        .extracting(HostFacts.Contradiction::said)
        .containsExactly("The release is 15.1, and the kernel is that of another: Darwin 23.4.0.");
  }

  @Test
  void names_a_build_of_another_kernel() {
    HostFacts facts =
        ask(sonoma().answer(SYSCTL, "kern.osversion: 22A1\nkern.osrelease: 23.4.0\n"));

    assertThat(facts.contradictions())
        .extracting(HostFacts.Contradiction::said)
        .containsExactly("The build is 22A1, and the kernel is Darwin 23.4.0.");
  }

  @Test
  void names_Rosetta_on_a_release_of_Intel() {
    HostFacts facts =
        ask(
            sonoma()
                .answer("/usr/bin/sw_vers -productVersion", "10.15.7\n")
                .answer(SYSCTL, "kern.osrelease: 19.6.0\nsysctl.proc_translated: 1\n"));

    assertThat(facts.contradictions())
        .singleElement()
        .satisfies(each -> assertThat(each.said()).contains("translated by Rosetta"));
  }

  @ParameterizedTest
  @CsvSource({
    "Yes (User Approved), There are no configuration profiles installed, no profile is installed",
    "No, PLIST, a profile is installed that enrols it"
  })
  void names_an_enrolment_that_the_profiles_do_not_show(String mdm, String list, String said) {
    String plist =
        "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>_computerlevel</key><array><dict>"
            + "<key>ProfileItems</key><array><dict><key>PayloadType</key><string>com.apple.mdm"
            + "</string></dict></array></dict></array></dict></plist>";
    HostFacts facts =
        ask(
            sonoma()
                .answer("/usr/bin/profiles status", "MDM enrollment: " + mdm + "\n")
                .answer("/usr/bin/profiles -C", list.equals("PLIST") ? plist : list));

    assertThat(facts.contradictions())
        .singleElement()
        .satisfies(each -> assertThat(each.said()).contains(said));
  }

  @ParameterizedTest
  @CsvSource({"enabled, Disabled", "disabled, Enabled"})
  void names_a_boot_policy_that_csrutil_contradicts(String status, String ofPolicy) {
    HostFacts facts =
        ask(
            sonoma()
                .answer(
                    "/usr/bin/csrutil status",
                    "System Integrity Protection status: %s.\n".formatted(status))
                .answer(
                    "/usr/sbin/system_profiler",
                    "{\"ibridge_secure_boot\":\"Permissive Security\",\"ibridge_sb_sip\":\"%s\"}"
                        .formatted(ofPolicy)));

    assertThat(facts.contradictions())
        .singleElement()
        .satisfies(each -> assertThat(each.said()).contains("the boot policy has it"));
  }

  @Test
  void names_a_row_of_mdm_of_which_no_profile_is_installed() {
    HexFormat hex = HexFormat.of();
    String schema =
        Stream.of("team_id", "bundle_id", "allowed", "payload_uuid")
            .map(
                column ->
                    hex.formatHex("kext_policy_mdm".getBytes(UTF_8))
                        + "|"
                        + hex.formatHex(column.getBytes(UTF_8))
                        + "\n")
            .collect(Collectors.joining());
    CommandRunner programs =
        command -> {
          String asked = String.join(" ", command.argv());
          Programs answers =
              sonoma()
                  .answer("/usr/bin/profiles -C", "There are no configuration profiles installed");
          return answers
              .answer(
                  "/usr/bin/sqlite3",
                  asked.contains("sqlite_master")
                      ? schema + "end|\n"
                      : "kext_policy_mdm|54||31|%s\nend|\n"
                          .formatted(hex.formatHex("P-1".getBytes(UTF_8))))
              .run(command);
        };

    HostFacts facts =
        new HostProbe(programs, root, new Privilege.AlreadyRoot(), Duration.ofSeconds(5)).ask();

    assertThat(facts.contradictions())
        .singleElement()
        .satisfies(each -> assertThat(each.said()).contains("payload P-1"));
  }

  @Test
  void lists_the_collections_on_the_disk() throws IOException {
    Path folder = Files.createDirectories(root.resolve("Library/KernelCollections"));
    Files.createFile(folder.resolve("AuxiliaryKernelExtensions.kc"));

    assertThat(ask(sonoma()).collections().value())
        .contains(List.of(Path.of("/Library/KernelCollections/AuxiliaryKernelExtensions.kc")));
  }

  /** As a Mac with a T2 chip may print it, whose firmware has a level of the same name. */
  @Test
  void a_mac_with_an_intel_chip_has_no_boot_policy_whatever_its_profiler_tells() {
    Programs intel =
        new Programs()
            .answer("/usr/bin/sw_vers -productVersion", "14.4\n")
            .answer(SYSCTL, "kern.osrelease: 23.4.0\n")
            .answer(
                "/usr/sbin/system_profiler",
                "{\"SPiBridgeDataType\":[{\"ibridge_secure_boot\":\"Full Security\"}]}");

    HostFact<BootPolicy> policy =
        new HostProbe(intel, root, new Privilege.AlreadyRoot(), Duration.ofSeconds(5))
            .bootPolicy(new MacOsVersion(14, 0, 0));

    assertThat(policy).isInstanceOf(NotKnown.class);
  }
}
