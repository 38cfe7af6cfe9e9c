package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs with which a simulated Mac tells what it is. */
class HostProgramsTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.driver.Widget");

  private SimulatedMac mac = mac("14.5", Caller.ROOT);

  @AfterEach
  void close() {
    mac.close();
  }

  @ParameterizedTest
  @CsvSource({
    "10.10.5, 10.11.6, /usr/bin/csrutil",
    "10.11.6, 10.12.6, /usr/bin/log",
    "10.12.6, 10.13.6, /usr/sbin/spctl",
    "10.12.6, 10.13.6, /usr/bin/sqlite3",
    "10.12.6, 10.13.6, /usr/bin/profiles",
    "10.14.6, 10.15.7, /usr/bin/systemextensionsctl",
    "10.15.7, 11.6, /usr/bin/bputil",
    "10.15.7, 11.6, /usr/bin/kmutil"
  })
  void has_a_program_from_its_release_on(String before, String from, String program) {
    use(before, Caller.ROOT);
    assertThatThrownBy(() -> run(program)).isInstanceOf(CommandNotStartedException.class);

    use(from, Caller.ROOT);
    assertThat(run(program)).isNotNull();
  }

  @Test
  void tells_who_manages_it() {
    assertThat(run("/usr/bin/profiles", "status", "-type", "enrollment").stdout())
        .isEqualTo("Enrolled via DEP: No\nMDM enrollment: No\n");
    assertThat(run("/usr/bin/profiles", "-C").stdout())
        .isEqualTo("There are no configuration profiles installed in the system domain\n");

    mac.policy().mdm().enrol();

    assertThat(run("/usr/bin/profiles", "status", "-type", "enrollment").stdout())
        .startsWith("Enrolled via DEP: No\nMDM enrollment: Yes (User Approved)\n");
    assertThat(run("/usr/bin/profiles", "list").stdout())
        .isEqualTo(
            """
            _computerlevel[1] attribute: profileIdentifier: com.example.mdm.enrollment
            There are 1 system configuration profiles installed
            """);
  }

  @Test
  void does_not_pretend_to_know_more_of_profiles() {
    assertThat(run("/usr/bin/profiles", "renew", "-type", "enrollment").stderr())
        .startsWith("profiles: the simulated Mac knows status");
  }

  @Test
  void tells_the_boot_session_that_it_is_in() {
    String before = run("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid").stdout().trim();

    mac.restart();

    String after = run("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid").stdout().trim();
    assertThat(after)
        .isEqualTo(mac.bootSession().toString().toUpperCase(Locale.ROOT))
        .isNotEqualTo(before);
  }

  @Test
  void agrees_about_its_release() {
    assertThat(run("/usr/sbin/sysctl", "-n", "kern.osproductversion").stdout())
        .isEqualTo(run("/usr/bin/sw_vers", "-productVersion").stdout());
    assertThat(run("/usr/sbin/sysctl", "-n", "kern.osversion").stdout())
        .isEqualTo(run("/usr/bin/sw_vers", "-buildVersion").stdout());
    assertThat(run("/usr/bin/uname", "-r").stdout())
        .isEqualTo(run("/usr/sbin/sysctl", "-n", "kern.osrelease").stdout());
  }

  @Test
  void says_that_kexts_with_a_bad_signature_are_let_in() {
    mac.close();
    mac = SimulatedMac.builder(MacOsVersion.parse("10.12.6")).allowingUntrustedKexts().build();

    assertThat(run("/usr/bin/csrutil", "status").stdout()).contains("\tKext Signing: disabled\n");
  }

  @Test
  void says_what_was_changed_in_recovery_when_the_mac_has_started_again() {
    use("13.6", Caller.ROOT);

    mac.restartThroughRecovery(
        recovery -> {
          recovery.disableIntegrityProtection();
          recovery.disableKextConsent();
          recovery.allowTeam("ABCDE12345");
          recovery.bootArguments("keepsyms=1");
        });

    assertThat(run("/usr/bin/csrutil", "status").stdout())
        .isEqualTo("System Integrity Protection status: disabled.\n");
    assertThat(run("/usr/sbin/spctl", "kext-consent", "status").stdout())
        .isEqualTo("Kernel Extension User Consent: DISABLED\n");
    assertThat(run("/usr/sbin/spctl", "kext-consent", "list").stdout())
        .isEqualTo("Allowed Team Identifiers:\nABCDE12345\n");
    assertThat(run("/usr/sbin/sysctl", "-n", "kern.bootargs").stdout()).isEqualTo("keepsyms=1\n");
    assertThat(run("/usr/sbin/nvram", "boot-args").stdout()).isEqualTo("boot-args\tkeepsyms=1\n");
  }

  @Test
  void shows_the_boot_policy_of_apple_silicon() {
    mac.close();
    mac =
        SimulatedMac.builder(MacOsVersion.parse("14.5"))
            .chip(Chip.APPLE_SILICON)
            .bootSecurity(BootSecurity.FULL)
            .build();

    assertThat(run("/usr/sbin/system_profiler", "SPiBridgeDataType").stdout())
        .contains("Secure Boot: Full Security\n", "Allow All Kernel Extensions: No\n");
    assertThat(run("/usr/bin/bputil", "-d").stdout())
        .contains("Security Mode:               Full       (smb0): absent\n");
  }

  @Test
  void keeps_what_nvram_was_told() {
    assertThat(run("/usr/sbin/nvram", "boot-args").stderr()).contains("data was not found");

    assertThat(run("/usr/sbin/nvram", "SystemAudioVolume=7")).isEqualTo(Answer.SILENT_SUCCESS);

    mac.restart();
    assertThat(run("/usr/sbin/nvram", "SystemAudioVolume").stdout())
        .isEqualTo("SystemAudioVolume\t7\n");
  }

  @Test
  void holds_decisions_about_kexts_in_a_database() {
    mac.approve(WIDGET);

    assertThat(
            run(
                    "/usr/bin/sqlite3",
                    "/var/db/SystemPolicyConfiguration/KextPolicy",
                    "select bundle_id, allowed from kext_policy")
                .stdout())
        .contains("com.example.driver.Widget|1\n");
  }

  @Test
  void says_in_its_log_why_a_kext_did_not_start() {
    use("10.12.6", Caller.ROOT);
    Path widget = mac.install(TestKext.named(WIDGET.value()).startFails(5));
    run("/sbin/kextload", widget.toString());

    String kernel =
        """
        Kext com.example.driver.Widget start failed (result 0x5).
        Kext com.example.driver.Widget failed to load (0xdc008017).
        Failed to load kext com.example.driver.Widget (error 0xdc008017).
        """;
    assertThat(run("/sbin/dmesg").stdout()).isEqualTo(kernel);
    assertThat(
            run(
                    "/usr/bin/log",
                    "show",
                    "--style",
                    "syslog",
                    "--predicate",
                    "process == \"kernel\" AND eventMessage CONTAINS \"start failed\"")
                .stdout()
                .lines())
        .last()
        .asString()
        .endsWith("localhost kernel[0]: " + kernel.lines().findFirst().orElseThrow());
  }

  @Test
  void shows_instances_of_a_class_that_a_kext_brought() {
    use("10.12.6", Caller.ROOT);
    mac.install(TestKext.named(WIDGET.value()));
    run("/sbin/kextload", "-b", WIDGET.value());

    assertThat(run("/usr/sbin/ioreg", "-rc", "com_example_Widget"))
        .isEqualTo(Answer.SILENT_SUCCESS);

    mac.openInstance(WIDGET, "com_example_Widget");

    assertThat(run("/usr/sbin/ioreg", "-r", "-c", "com_example_Widget").stdout().lines())
        .hasSize(6)
        .contains("      \"CFBundleIdentifier\" = \"com.example.driver.Widget\"")
        .first()
        .asString()
        .startsWith("+-o com_example_Widget  <class com_example_Widget, id 0x");
    assertThat(run("/usr/sbin/ioreg", "-Z").status()).isEqualTo(1);
  }

  @Test
  void shows_what_the_kernel_said_to_root_alone() {
    use("10.12.6", Caller.NOT_A_SUDOER);

    assertThat(run("/sbin/dmesg"))
        .isEqualTo(
            new Answer(
                1,
                "",
                "Unable to obtain kernel buffer: Operation not permitted\nusage: sudo dmesg\n"));
  }

  private void use(String release, Caller caller) {
    mac.close();
    mac = mac(release, caller);
  }

  private Answer run(String program, String... words) {
    return new Commands(mac).run(program, words);
  }

  private static SimulatedMac mac(String release, Caller caller) {
    return SimulatedMac.builder(MacOsVersion.parse(release)).caller(caller).build();
  }
}
