package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** kextutil on simulated Macs: what changes from release to release, and what it loads. */
class KextutilTest {
  private static final String KEXTUTIL = "/usr/bin/kextutil";
  private static final TestKext WIDGET = TestKext.named("com.example.driver.Widget");
  private static final String PATH = WIDGET.path().toString();

  @ParameterizedTest
  @CsvSource({
    "10.6.8, 'No kernel file specified; using running kernel for linking.\n'",
    "10.8.5, 'No kernel file specified, using ''/mach_kernel'' \n'",
    "10.9.5, ''",
    "10.15.7, ''"
  })
  void finds_a_good_kext_loadable(String release, String notice) {
    assertThat(run(release, WIDGET, "-n", PATH).stderr())
        .startsWith(notice)
        .endsWith(
            "Widget.kext appears to be loadable (including linkage for on-disk libraries).\n");
  }

  @ParameterizedTest
  @CsvSource({
    "10.8.5, Can't read kernel file /gone.",
    "10.9.5, checkArgs: Can't read kernel file '/gone'",
    "10.13.6, Can't read kernel file '/gone'"
  })
  void wants_to_read_the_kernel(String release, String complaint) {
    assertThat(run(release, WIDGET, "-n", "-k", "/gone", PATH))
        .isEqualTo(new Answer(72, "", complaint + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.6.8", "10.9.5", "10.12.6", "10.15.7"})
  void loads_without_a_word(String release) {
    try (SimulatedMac mac = mac(release)) {
      mac.approve(WIDGET.identifier());

      Answer answer = new Commands(mac).run(KEXTUTIL, mac.install(WIDGET).toString());

      assertThat(answer).isEqualTo(Answer.SILENT_SUCCESS);
      assertThat(mac.kernel().find(WIDGET.identifier())).isPresent();
    }
  }

  @Test
  void says_what_it_loads_when_asked_to() {
    assertThat(run("10.9.5", WIDGET, "-v", "1", PATH).stderr())
        .isEqualTo(
            """
            Widget.kext appears to be loadable (not including linkage for on-disk libraries).
            Loading Widget.kext.
            Widget.kext successfully loaded (or already loaded).
            """);
  }

  @Test
  void reports_a_start_routine_that_fails() {
    Answer answer = run("10.9.5", WIDGET.startFails(5), PATH);

    assertThat(answer.status()).isEqualTo(6);
    assertThat(answer.stderr())
        .endsWith(
            "Failed to load Widget.kext - (libkern/kext) kext (kmod) start/stop routine failed.\n");
  }

  @Test
  void loads_nothing_for_anybody_but_root() {
    try (SimulatedMac mac = builder("10.12.6").caller(Caller.NOT_A_SUDOER).build()) {
      mac.install(WIDGET);

      assertThat(new Commands(mac).run(KEXTUTIL, PATH))
          .isEqualTo(
              new Answer(
                  77,
                  "",
                  "You must be running as root to load kexts"
                      + " or send personalities into the kernel.\n"));
    }
  }

  @Test
  void misses_kextd_and_loads_all_the_same() {
    try (SimulatedMac mac = builder("10.12.6").withoutKextd().build()) {
      mac.install(WIDGET);

      assertThat(new Commands(mac).run(KEXTUTIL, PATH))
          .isEqualTo(
              new Answer(
                  0, "", "Can't contact kextd (continuing anyway) - Unknown service name.\n"));
    }
  }

  @Test
  void names_what_is_missing_once_for_each_question() {
    TestKext needy = WIDGET.needing("com.example.gone", "1.0");

    assertThat(run("10.12.6", needy, "-n", PATH))
        .isEqualTo(
            new Answer(
                4,
                "",
                """
                Widget.kext - dependency 'com.example.gone' not found.
                Widget.kext - dependency 'com.example.gone' not found.
                Diagnostics for Widget.kext:
                Dependency Resolution Failures:\s
                    No kexts found for these libraries:\s
                        com.example.gone

                """));
  }

  @ParameterizedTest
  @CsvSource({"-n, 0", "-nt, 4", "-ntz, 0"})
  void asks_for_owners_only_in_full_tests(String option, int status) {
    try (SimulatedMac mac = mac("10.12.6")) {
      mac.install(WIDGET);
      mac.changeOwner(WIDGET.path(), 501, 20);

      assertThat(new Commands(mac).run(KEXTUTIL, option, PATH).status()).isEqualTo(status);
    }
  }

  @Test
  void reports_a_bad_signature_on_10_10_and_does_not_load() {
    assertThat(run("10.10.5", WIDGET.unsigned(), PATH))
        .isEqualTo(
            new Answer(
                19,
                "",
                """
                Diagnostics for Widget.kext:
                Code Signing Failure: not code signed
                ERROR: invalid signature for com.example.driver.Widget, will not load
                """));
  }

  @Test
  void loads_with_a_bad_signature_in_developer_mode() {
    try (SimulatedMac mac = builder("10.10.5").allowingUntrustedKexts().build()) {
      mac.install(WIDGET.unsigned());

      Answer answer = new Commands(mac).run(KEXTUTIL, PATH);

      assertThat(answer.status()).isZero();
      assertThat(answer.stderr())
          .endsWith(
              "kext-dev-mode allowing invalid signature -67062 0xFFFFFFFFFFFEFA0A"
                  + " for kext \"Widget.kext\"\n");
    }
  }

  @Test
  void asks_for_consent_from_10_13_on() {
    try (SimulatedMac mac = mac("10.13.6")) {
      mac.install(WIDGET);

      Answer answer = new Commands(mac).run(KEXTUTIL, PATH);

      assertThat(answer.status()).isEqualTo(27);
      assertThat(answer.stderr())
          .startsWith("Kext rejected due to system policy: <OSKext ")
          .contains(
              "{ URL = \"file:///Library/StagedExtensions/Library/Extensions/Widget.kext/\","
                  + " ID = \"com.example.driver.Widget\" }\n");
      assertThat(mac.awaitingApproval()).containsExactly(WIDGET.identifier());
    }
  }

  @Test
  void asks_nobody_for_anybody_but_root() {
    try (SimulatedMac mac = builder("10.13.6").caller(Caller.NOT_A_SUDOER).build()) {
      mac.install(WIDGET);

      assertThat(new Commands(mac).run(KEXTUTIL, "-nt", PATH).stderr())
          .isEqualTo(
              """
              Skipping staging and system policy checks because not running as root, expect staging errors.
              Widget.kext appears to be loadable (including linkage for on-disk libraries).
              """);
      assertThat(mac.awaitingApproval()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"10.12.6, 4", "10.13.6, 5"})
  void refuses_in_a_simulated_safe_boot(String release, int status) {
    try (SimulatedMac mac = mac(release)) {
      mac.approve(WIDGET.identifier());
      mac.install(WIDGET);

      Answer answer = new Commands(mac).run(KEXTUTIL, "-x", PATH);

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.stderr())
          .startsWith("Widget.kext is not eligible for loading during safe boot.\n");
    }
  }

  @Test
  void notices_a_real_safe_boot() {
    try (SimulatedMac mac = builder("10.12.6").boot(BootMode.SAFE).build()) {
      mac.install(WIDGET);

      assertThat(new Commands(mac).run(KEXTUTIL, "-n", PATH).stderr())
          .startsWith("Notice: system is in safe boot mode; kernel may refuse loads.\n");
    }
  }

  @Test
  void forgets_to_look_for_an_identifier_once_it_has_found_a_kext() {
    assertThat(run("10.12.6", WIDGET, "-n", "-b", "com.example.gone", PATH))
        .isEqualTo(run("10.12.6", WIDGET, "-n", PATH));
    assertThat(run("10.12.6", WIDGET, "-n", "-b", "com.example.gone"))
        .isEqualTo(new Answer(1, "", "Can't find extension with identifier com.example.gone.\n"));
  }

  @Test
  void sends_personalities_without_loading() {
    try (SimulatedMac mac = mac("10.12.6")) {
      mac.install(WIDGET.personality("Widget", "com_example_Widget", "IOPCIDevice"));

      assertThat(new Commands(mac).run(KEXTUTIL, "-m", "-v", "3", PATH).stderr())
          .endsWith(
              """
              Sending personalities of Widget.kext to the IOCatalogue.
              Personalities sent for Widget.kext.
              """);
      assertThat(mac.kernel().find(WIDGET.identifier())).isEmpty();
    }
  }

  @Test
  void gets_no_answer_to_its_questions() {
    assertThat(run("10.12.6", WIDGET, "-i", PATH)).extracting(Answer::status).isEqualTo(70);
    assertThat(run("10.12.6", WIDGET, "-q", "-i", PATH)).isEqualTo(new Answer(6, "", ""));
  }

  @Test
  void gets_no_address_for_symbols() {
    assertThat(run("10.12.6", WIDGET, "-n", "-s", "/Library", PATH))
        .isEqualTo(
            new Answer(
                3,
                "",
                """
                Notice: Using running kernel architecture x86_64 to generate symbols.
                Widget.kext appears to be loadable (not including linkage for on-disk libraries).

                Enter the hexadecimal load addresses for these extensions
                (press Return to skip symbol generation for an extension):

                com.example.driver.Widget:\s
                user canceled address input; exiting
                """));
  }

  @Test
  void writes_no_files_of_symbols_and_says_so() {
    assertThat(run("10.12.6", WIDGET, "-n", "-A", "-s", "/Library", PATH))
        .isEqualTo(
            new Answer(
                70,
                "",
                """
                Widget.kext appears to be loadable (not including linkage for on-disk libraries).
                kextutil: the simulated Mac has no linker and writes no files of symbols
                """));
  }

  @Test
  void tests_nothing_over_kmutil() {
    assertThat(run("14.5", WIDGET, "-n", PATH))
        .isEqualTo(new Answer(0, "", "kextutil: -n is not a supported kmutil mode\n"));
  }

  @Test
  void hands_its_arguments_to_kmutil_in_an_order_of_its_own() {
    assertThat(
            run("14.5", WIDGET, "-l", "-p", "P", "-r", "/Library", "-d", "/tmp/D.kext", PATH)
                .stderr()
                .lines()
                .findFirst())
        .contains(
            "Executing: /usr/bin/kmutil load --bundle-path /tmp/D.kext"
                + " --bundle-path /Library/Extensions/Widget.kext --personality-name P"
                + " --repository /Library --load-style start-only");
  }

  @Test
  void still_checks_its_arguments_before_kmutil_does() {
    assertThat(run("14.5", WIDGET, "/Library/Gone.kext"))
        .isEqualTo(
            new Answer(66, "", "Can't stat /Library/Gone.kext - No such file or directory.\n"));
  }

  private static Answer run(String release, TestKext kext, String... arguments) {
    try (SimulatedMac mac = mac(release)) {
      mac.install(kext);
      return new Commands(mac).run(KEXTUTIL, arguments);
    }
  }

  private static SimulatedMac mac(String release) {
    return builder(release).build();
  }

  private static SimulatedMacBuilder builder(String release) {
    return SimulatedMac.builder(MacOsVersion.parse(release));
  }
}
