package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.Termination;
import io.github.kextmanager.command.Termination.Signalled;
import io.github.kextmanager.command.Termination.TimedOut;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ToolName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back from a command that a fault strikes, as any program would see it. */
class FaultsTest {
  private static final TestKext WIDGET =
      TestKext.named("com.example.Widget").version("1.5").compatibleFrom("1.0");
  private static final BundleIdentifier ID = WIDGET.identifier();
  private static final CommandLine LOOK = CommandLine.of(Path.of("/usr/sbin/kextstat"), "-l");
  private static final CommandLine LOAD =
      CommandLine.of(Path.of("/sbin/kextload"), WIDGET.path().toString());
  private static final CommandLine UNLOAD =
      CommandLine.of(Path.of("/sbin/kextunload"), "-b", ID.value());

  private SimulatedMac mac = mac("10.15.7");

  @AfterEach
  void switch_off() {
    mac.close();
  }

  @Test
  void a_command_that_hangs_is_stopped_at_its_deadline() {
    mac.faults().plan("kextload hang");

    CommandResult result = mac.run(LOAD);

    assertThat(result.termination()).isInstanceOf(TimedOut.class);
    assertThat(result.elapsed()).isEqualTo(LOAD.timeout());
    assertThat(isLoaded()).isFalse();
  }

  @Test
  void it_may_have_done_its_work_by_then() {
    mac.faults().plan("kextload hang done");

    assertThat(mac.run(LOAD).termination()).isInstanceOf(TimedOut.class);
    assertThat(isLoaded()).isTrue();
  }

  @Test
  void a_slow_command_takes_the_time_of_the_mac() {
    Instant before = mac.machine().clock().instant();
    mac.faults().plan("kextload slow PT20S");

    CommandResult result = mac.run(LOAD);

    assertThat(status(result)).isZero();
    assertThat(result.elapsed()).isEqualTo(Duration.ofSeconds(20));
    assertThat(mac.machine().clock().instant()).isAfterOrEqualTo(before.plusSeconds(20));
  }

  @Test
  void one_that_is_slower_than_its_deadline_does_not_begin() {
    mac.faults().plan("kextload slow PT30S");

    assertThat(mac.run(LOAD.withTimeout(Duration.ofSeconds(30))).termination())
        .isInstanceOf(TimedOut.class);
    assertThat(isLoaded()).isFalse();
  }

  @Test
  void a_command_is_killed_without_a_word() {
    mac.faults().on(ToolName.KEXTLOAD).at(2).inject(new Fault.Killed(9));

    mac.run(LOAD);
    CommandResult result = mac.run(LOAD);

    assertThat(result.termination()).isEqualTo(new Signalled(9));
    assertThat(result.stderr().text()).isEmpty();
  }

  @Test
  void a_command_ends_without_having_done_anything() {
    mac.faults().plan("kextload exit 0");

    assertThat(status(mac.run(LOAD))).isZero();
    assertThat(isLoaded()).isFalse();
  }

  @Test
  void a_flood_is_cut_at_the_cap() {
    mac.faults().plan("kextstat flood stdout");

    CommandResult result = mac.run(LOOK.withOutputLimit(100_000));

    assertThat(result.stdout().truncated()).isTrue();
    assertThat(result.stdout().text()).hasSize(100_000).contains("com.apple.kpi.bsd").endsWith("x");
    assertThat(result.stderr().truncated()).isFalse();
  }

  @Test
  void a_flood_of_complaints_leaves_the_data_whole() {
    mac.faults().plan("kextstat flood stderr");

    CommandResult result = mac.run(LOOK);

    assertThat(result.stderr().truncated()).isTrue();
    assertThat(result.stdout().truncated()).isFalse();
  }

  @Test
  void an_output_is_cut_in_the_middle() {
    String whole = mac.run(LOOK).stdout().text();
    mac.faults().plan("kextstat cut 300");

    CommandResult result = mac.run(LOOK);

    assertThat(result.stdout().text()).isEqualTo(whole.substring(0, 300));
    assertThat(result.stdout().truncated()).isTrue();
  }

  @Test
  void a_byte_that_is_not_utf_8_is_decoded_as_such() {
    String whole = mac.run(LOOK).stdout().text();
    mac.faults().plan("kextstat bad-byte 70");

    assertThat(mac.run(LOOK).stdout().text())
        .isEqualTo(whole.substring(0, 70) + "\ufffd" + whole.substring(71));
  }

  @Test
  void streams_are_merged_in_the_order_of_writing() {
    mac.close();
    mac = mac("11.4");
    mac.faults().plan("kextstat merged-streams");

    CommandResult result = mac.run(LOOK);

    assertThat(result.stderr().text()).isEmpty();
    assertThat(result.stdout().text())
        .startsWith("Executing: /usr/bin/kmutil showloaded --list-only\nNo variant specified")
        .contains("com.apple.kpi.bsd");
  }

  @Test
  void a_tool_that_is_missing_cannot_be_started() {
    mac.faults().plan("kextload missing");

    assertThatThrownBy(() -> mac.run(LOAD)).isInstanceOf(CommandNotStartedException.class);
    assertThat(status(mac.run(LOAD))).isZero();
  }

  @Test
  void sudo_does_not_find_it_either() {
    mac.faults().plan("kextload* missing");

    CommandResult result =
        mac.run(CommandLine.of(Path.of("/usr/bin/sudo"), "-n", "--", "/sbin/kextload", "x"));

    assertThat(result.stderr().text()).isEqualTo("sudo: /sbin/kextload: command not found\n");
  }

  @Test
  void nothing_can_be_staged_on_a_full_disk() {
    mac.faults().plan("kextload disk-full");

    assertThat(mac.run(LOAD).stderr().text()).contains("(libkern/kext) not loadable");
    assertThat(status(mac.run(LOAD))).isZero();
  }

  @Test
  void without_kextd_kextload_says_so_itself() {
    mac.close();
    mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).withoutKextd().build();
    mac.install(WIDGET);
    mac.faults().plan("kextload disk-full");

    assertThat(mac.run(LOAD).stderr().text())
        .isEqualTo("/Library/Extensions/Widget.kext could not be staged, failing.\n");
  }

  @Test
  void from_11_on_nothing_comes_into_the_collection_of_a_full_disk() {
    mac.close();
    mac = mac("14.5");
    mac.faults().plan("kextload disk-full");

    CommandResult result = mac.run(LOAD);

    assertThat(status(result)).isEqualTo(71);
    assertThat(result.stderr().text()).contains("No space left on device");
  }

  @Test
  void rights_are_lost_after_the_first_of_two_kexts() {
    mac.run(LOAD);
    mac.install(TestKext.named("com.example.Gadget").matchesHardware());
    mac.approve(BundleIdentifier.of("com.example.Gadget"));
    mac.restart();
    mac.run(LOAD);
    mac.faults().plan("kextunload permission-lost 1");

    CommandResult result =
        mac.run(
            CommandLine.of(
                Path.of("/sbin/kextunload"), "-b", "com.example.Gadget", "-b", ID.value()));

    assertThat(status(result)).isEqualTo(2);
    assertThat(result.stderr().text())
        .endsWith("You must be running as root to unload kexts.\n")
        .doesNotContain("Gadget");
    assertThat(isLoaded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.15.7", "14.5"})
  void rights_that_are_lost_at_once_do_not_load_anything(String release) {
    mac.close();
    mac = mac(release);
    mac.run(LOAD);
    mac.restart();
    mac.faults().plan("kextload permission-lost 0");

    assertThat(mac.run(LOAD).stderr().text()).contains("(libkern/kext) not privileged");
    assertThat(isLoaded()).isFalse();
  }

  @Test
  void sudo_asks_for_a_password_once() {
    mac.close();
    mac =
        SimulatedMac.builder(MacOsVersion.parse("10.15.7"))
            .caller(Caller.SUDOER_WITHOUT_PASSWORD)
            .build();
    mac.faults().plan("sudo sudo-asks");
    CommandLine become = CommandLine.of(Path.of("/usr/bin/sudo"), "-n", "--", "/usr/bin/true");

    assertThat(mac.run(become).stderr().text()).isEqualTo("sudo: a password is required\n");
    assertThat(status(mac.run(become))).isZero();
  }

  @Test
  void sudo_hangs_and_the_tool_is_not_run() {
    mac.faults().plan("any* sudo-hangs");

    CommandResult result =
        mac.run(
            CommandLine.of(
                Path.of("/usr/bin/sudo"), "-n", "--", "/sbin/kextload", WIDGET.path().toString()));

    assertThat(result.termination()).isInstanceOf(TimedOut.class);
    assertThat(isLoaded()).isFalse();
  }

  @Test
  void the_kernel_answers_a_request_to_load_with_a_code() {
    mac.faults().plan("kernel/load kernel-answers 0xdc008016");

    assertThat(mac.run(LOAD).stderr().text())
        .contains("failed to load - (libkern/kext) link error; check the system/kernel logs");
    assertThat(isLoaded()).isFalse();
  }

  @Test
  void the_kernel_does_not_tell_what_is_loaded() {
    mac.faults().plan("kextstat kernel-answers 0xdc008004");

    CommandResult result = mac.run(LOOK);

    assertThat(status(result)).isEqualTo(71);
    assertThat(result.stderr().text())
        .isEqualTo(
            """
            Failed to read loaded kext info from kernel - (libkern/kext) not privileged.
            Couldn't get list of loaded kexts from kernel.
            """);
  }

  @Test
  void the_kernel_claims_to_have_unloaded_a_kext() {
    mac.run(LOAD);
    mac.faults().plan("kextunload kernel-answers 0x00000000");

    assertThat(status(mac.run(UNLOAD))).isZero();
    assertThat(isLoaded()).isTrue();
  }

  @Test
  void a_class_is_not_terminated() {
    mac.faults().plan("kextunload termination-refused 0xe00002c7");

    CommandResult result =
        mac.run(CommandLine.of(Path.of("/sbin/kextunload"), "-c", "com_example_Widget"));

    assertThat(status(result)).isEqualTo(3);
    assertThat(result.stderr().text())
        .startsWith("Failed to terminate class com_example_Widget - (iokit/common) unsupported");
  }

  @Test
  void kextd_does_not_answer_in_time() {
    mac.faults().plan("kextd kextd-answers 0xdc008019");

    assertThat(mac.run(LOAD).stderr().text()).contains("(libkern/kext) kext request timed out");
    assertThat(status(mac.run(LOAD))).isZero();
  }

  @Test
  void kextload_does_without_kextd_for_once() {
    mac.faults().plan("kextload kextd-absent");

    CommandResult result =
        mac.run(CommandLine.of(Path.of("/sbin/kextload"), "-v", WIDGET.path().toString()));

    assertThat(result.stderr().text())
        .startsWith("Can't contact kextd; attempting to load directly into kernel.");
    assertThat(isLoaded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "uuid"})
  void another_copy_is_there_first(String difference) {
    mac.faults().plan("kextload other-copy com.example.Widget " + difference);

    assertThat(mac.run(LOAD).stderr().text())
        .contains("(libkern/kext) different version/uuid already loaded");
  }

  @Test
  void the_same_kext_from_another_place_is_the_same() {
    mac.faults().plan("kextload other-copy com.example.Widget path");

    assertThat(status(mac.run(LOAD))).isZero();
  }

  @Test
  void an_approval_arrives_after_two_commands() {
    mac.deny(ID);
    mac.faults().afterCommands(2).inject(new Fault.LateApproval(ID));

    assertThat(status(mac.run(LOAD))).isEqualTo(27);
    assertThat(status(mac.run(LOAD))).isEqualTo(27);
    assertThat(status(mac.run(LOAD))).isZero();
  }

  @Test
  void an_approval_arrives_after_a_time() {
    mac.close();
    mac =
        SimulatedMac.builder(MacOsVersion.parse("10.15.7"))
            .clock(InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z")))
            .build();
    mac.install(WIDGET);
    mac.faults().after(Duration.ofMinutes(5)).inject(new Fault.LateApproval(ID));

    mac.advance(Duration.ofMinutes(4));
    assertThat(status(mac.run(LOAD))).isEqualTo(27);
    mac.advance(Duration.ofMinutes(1));
    assertThat(status(mac.run(LOAD))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"14.5", "10.6.8"})
  void a_mac_without_a_kextd_to_leave_out_cannot_lose_it(String release) {
    mac.close();
    mac = mac(release);

    assertThatThrownBy(() -> mac.faults().plan("kextload kextd-absent"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(release);
  }

  @Test
  void faults_by_chance_are_the_same_for_the_same_seed() {
    mac.faults().random(42);
    var first = mac.faults().planned();
    mac.faults().clear();
    mac.faults().random(42);

    assertThat(mac.faults().planned()).isEqualTo(first).hasSizeBetween(10, 35);
  }

  private static SimulatedMac mac(String release) {
    SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse(release)).build();
    mac.approve(ID);
    mac.install(WIDGET);
    return mac;
  }

  private boolean isLoaded() {
    return mac.kernel().find(ID).isPresent();
  }

  private static int status(CommandResult result) {
    return ((Termination.Exited) result.termination()).status();
  }
}
