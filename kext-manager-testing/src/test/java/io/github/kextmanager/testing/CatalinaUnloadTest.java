package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kextunload on macOS 10.15. */
class CatalinaUnloadTest {
  private static final String ID = "com.example.driver.Widget";
  private static final BundleIdentifier WIDGET = BundleIdentifier.of(ID);
  private static final TestKext FIXTURE = TestKext.named(ID);
  private static final String IN_USE =
      "Failed to unload com.example.driver.Widget"
          + " - (libkern/kext) kext is in use or retained (cannot unload).\n";

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();
  private final Commands commands = new Commands(mac);

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void says_nothing_when_it_unloads_a_kext() {
    load(FIXTURE);

    assertThat(unload("-b", ID)).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(WIDGET)).isEmpty();
  }

  @Test
  void takes_from_a_path_no_more_than_the_identifier() {
    load(FIXTURE);
    Path newer = mac.install(FIXTURE.version("2.0.0").at(Path.of("/tmp/Newer.kext")));

    assertThat(unload(newer.toString())).isEqualTo(Answer.SILENT_SUCCESS);
    assertThat(mac.kernel().find(WIDGET)).isEmpty();
  }

  @Test
  void refuses_a_kext_that_is_not_loaded() {
    assertThat(unload("-b", ID))
        .isEqualTo(
            new Answer(
                3,
                "",
                """
                (kernel) Kext com.example.driver.Widget not found for unload request.
                Failed to unload com.example.driver.Widget - (libkern/kext) not found.
                """));
  }

  @Test
  void refuses_a_kext_that_another_one_links_against() {
    load(FIXTURE.compatibleFrom("1.0"));
    load(TestKext.named("com.example.driver.Gadget").needing(ID, "1.0"));

    assertThat(unload("-b", ID))
        .isEqualTo(
            new Answer(
                3,
                "",
                "(kernel) Can't remove kext com.example.driver.Widget;"
                    + " services failed to terminate - 0xdc008018.\n"
                    + IN_USE));
    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void refuses_a_kext_that_has_instances_and_names_the_classes() {
    load(FIXTURE.holdsInstances("com_example_Widget", 1).holdsInstances("com_example_Wheel", 2));

    assertThat(unload("-b", ID))
        .isEqualTo(
            new Answer(
                3,
                "",
                """
                (kernel) Can't unload kext com.example.driver.Widget; classes have instances:
                (kernel)     Kext com.example.driver.Widget class com_example_Wheel has 2 instances.
                (kernel)     Kext com.example.driver.Widget class com_example_Widget has 1 instance.
                """
                    + IN_USE));
  }

  @Test
  void unloads_a_kext_once_its_last_instance_is_closed() {
    load(FIXTURE);
    mac.openInstance(WIDGET, "com_example_Widget");
    assertThat(unload("-b", ID).status()).isEqualTo(3);

    mac.closeInstance(WIDGET, "com_example_Widget");

    assertThat(unload("-b", ID)).isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void unloads_a_library_once_nothing_links_against_it() {
    load(FIXTURE.compatibleFrom("1.0"));
    load(TestKext.named("com.example.driver.Gadget").needing(ID, "1.0"));

    unload("-b", "com.example.driver.Gadget");

    assertThat(unload("-b", ID)).isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void says_that_the_stop_routine_failed() {
    load(FIXTURE.stopFails(5));

    assertThat(unload("-b", ID))
        .isEqualTo(
            new Answer(
                3,
                "",
                """
                (kernel) Kext com.example.driver.Widget did not stop (return code 0x5).
                (kernel) Kext com.example.driver.Widget can't unload - module stop returned 0xdc008017.
                Failed to unload com.example.driver.Widget - (libkern/kext) kext (kmod) start/stop routine failed.
                """));
    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void says_that_a_service_refused_to_terminate() {
    load(FIXTURE.refusesTermination());

    assertThat(unload("-b", ID).stderr())
        .isEqualTo(
            """
            (kernel) Can't remove kext com.example.driver.Widget; services failed to terminate - 0xe00002c7.
            Failed to unload com.example.driver.Widget - (iokit/common) unsupported function.
            """);
  }

  @Test
  void never_unloads_a_part_of_the_kernel() {
    assertThat(unload("-b", "com.apple.kpi.private"))
        .isEqualTo(
            new Answer(
                3,
                "",
                "Failed to unload com.apple.kpi.private - (libkern/kext) invalid argument.\n"));
  }

  @Test
  void terminates_a_class_that_nobody_knows_without_a_word() {
    assertThat(unload("-c", "com_example_Nothing")).isEqualTo(Answer.SILENT_SUCCESS);
  }

  @Test
  void keeps_a_kext_of_which_only_the_personalities_are_to_go() {
    load(FIXTURE);

    assertThat(unload("-v", "-p", "-b", ID).stderr())
        .isEqualTo(
            "com.example.driver.Widget: services terminated and personalities removed"
                + " (kext not unloaded).\n");
    assertThat(mac.kernel().find(WIDGET)).isPresent();
  }

  @Test
  void goes_on_after_a_path_that_is_no_kext_and_remembers_it() {
    load(FIXTURE);

    Answer answer = unload("/etc", "-b", ID);

    assertThat(answer).isEqualTo(new Answer(1, "", "Can't create /etc.\n"));
    assertThat(mac.kernel().find(WIDGET)).isEmpty();
  }

  @Test
  void tells_more_when_asked_to() {
    load(FIXTURE);

    assertThat(unload("-v", "2", "-b", ID).stderr())
        .isEqualTo(
            """
            Requesting unload of com.example.driver.Widget (with termnation of IOServices).
            (kernel) Kext com.example.driver.Widget unloading.
            (kernel) Kext com.example.driver.Widget unloaded.
            (kernel) Removing kext com.example.driver.Widget.
            Successfully unloaded com.example.driver.Widget.
            com.example.driver.Widget unloaded and personalities removed.
            """);
  }

  @Test
  void tells_everything_at_the_greatest_verbosity() {
    load(FIXTURE.stopFails(5));

    assertThat(unload("-v", "6", "-b", ID).stderr())
        .isEqualTo(
            """
            Kext user-space log filter changed from 0xff2 to 0xfff.
            Kext kernel-space log filter changed from 0xff2 to 0xfff.
            Requesting unload of com.example.driver.Widget (with termnation of IOServices).
            (kernel) User-space log flags changed from 0x0 to 0xfff.
            (kernel) Received 'Unload' request from user space.
            (kernel) Kext com.example.driver.Widget calling module stop function.
            (kernel) Kext com.example.driver.Widget did not stop (return code 0x5).
            (kernel) Kext com.example.driver.Widget can't unload - module stop returned 0xdc008017.
            Kernel error handling kext request - (libkern/kext) kext (kmod) start/stop routine failed.
            Failed to unload com.example.driver.Widget - (libkern/kext) kext (kmod) start/stop routine failed.
            """);
  }

  private Answer unload(String... arguments) {
    return commands.run("/sbin/kextunload", arguments);
  }

  private void load(TestKext fixture) {
    mac.approve(fixture.identifier());
    assertThat(commands.run("/sbin/kextload", mac.install(fixture).toString()))
        .isEqualTo(Answer.SILENT_SUCCESS);
  }
}
