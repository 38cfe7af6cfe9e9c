package io.github.kextmanager.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.testing.Caller;
import io.github.kextmanager.testing.Chip;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.SimulatedMacBuilder;
import io.github.kextmanager.testing.TestKext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a test is given. The tests are what they test. */
@OnMac(release = "10.15.7", kexts = @InstalledKext(OnMacTest.WIDGET))
class OnMacTest {
  static final String WIDGET = "com.example.Widget";
  private static final BundleIdentifier ID = BundleIdentifier.of(WIDGET);

  private final SimulatedMac ofTheConstructor;

  OnMacTest(SimulatedMac mac) {
    this.ofTheConstructor = mac;
  }

  @Test
  void gives_the_same_mac_to_all_that_belongs_to_a_test(SimulatedMac mac, SimulatedMac again) {
    assertThat(mac).isSameAs(again).isSameAs(ofTheConstructor);
  }

  @Test
  void gives_a_manager_of_that_mac(KextManager manager, SimulatedMac mac) {
    assertThat(manager.load(ID)).isInstanceOf(LoadOutcome.Deferred.class);
    assertThat(mac.awaitingApproval()).containsExactly(ID);
  }

  @RepeatedTest(3)
  @Execution(ExecutionMode.CONCURRENT)
  void gives_every_test_a_mac_that_nobody_has_used(SimulatedMac mac) {
    assertThat(mac.commands()).isEmpty();
    mac.run(CommandLine.of(Path.of("/usr/bin/sw_vers")));
  }

  @Test
  @OnMac(release = "14.5", chip = Chip.APPLE_SILICON)
  void lets_a_method_override_the_class(SimulatedMac mac) {
    assertThat(said(mac, "/usr/bin/sw_vers")).contains("14.5");
    assertThat(mac.kernel().kexts()).isNotEmpty();
  }

  @Test
  @OnMac(caller = Caller.NOT_A_SUDOER)
  void runs_commands_as_the_caller(SimulatedMac mac) {
    assertThat(said(mac, "/usr/bin/id", "-u")).isEqualTo("501\n");
  }

  @Test
  @OnMac(kexts = @InstalledKext(value = "com.example.Plug", needing = WIDGET + " 1.0.0"))
  void adds_the_kexts_of_a_method_to_those_of_the_class(KextManager manager, SimulatedMac mac) {
    mac.approve(ID);

    manager.load(ID);

    assertThat(manager.status(BundleIdentifier.of("com.example.Plug")).onDisk()).hasSize(1);
    assertThat(mac.kernel().find(ID)).isPresent();
  }

  @Test
  @OnMac(
      kexts =
          @InstalledKext(
              value = "com.example.Other",
              version = "2.5",
              compatibleFrom = "2.0",
              signedBy = "ABCDE12345",
              at = "/opt/Other.kext",
              approved = true))
  void installs_a_kext_as_it_is_described(KextManager manager) {
    assertThat(manager.load(Path.of("/opt/Other.kext")))
        .isInstanceOfSatisfying(
            LoadOutcome.Loaded.class,
            loaded -> assertThat(loaded.kext().version().text()).isEqualTo("2.5"));
  }

  @Test
  @OnMac(kexts = @InstalledKext(value = WIDGET, approved = true), faults = "kextload#1 exit 0")
  void lets_a_command_go_wrong(KextManager manager) {
    assertThat(manager.load(ID)).isInstanceOf(LoadOutcome.Indeterminate.class);
    assertThat(manager.load(ID)).isInstanceOf(LoadOutcome.Loaded.class);
  }

  @Test
  @OnMac(policy = Policy.UNTRUSTED_KEXTS)
  void lets_a_policy_in(KextManager manager, SimulatedMac mac) {
    mac.install(TestKext.named(WIDGET).unsigned());
    mac.approve(ID);

    assertThat(manager.load(ID)).isInstanceOf(LoadOutcome.Loaded.class);
  }

  static final class Prepared implements MacPreparation {
    @Override
    public void describe(SimulatedMacBuilder builder) {
      builder.build("19H9999");
    }

    @Override
    public void prepare(SimulatedMac mac) {
      mac.approve(ID);
    }
  }

  @Test
  @OnMac(prepared = Prepared.class)
  void lets_a_class_prepare_the_mac(KextManager manager, SimulatedMac mac) {
    assertThat(said(mac, "/usr/bin/sw_vers")).contains("19H9999");
    assertThat(manager.load(ID)).isInstanceOf(LoadOutcome.Loaded.class);
  }

  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @OnMac(release = "11.7")
  @interface OnBigSur {}

  @Test
  @OnBigSur
  void can_be_an_annotation_of_your_own(SimulatedMac mac) {
    assertThat(said(mac, "/usr/bin/sw_vers")).contains("11.7");
  }

  @Nested
  @OnMac(release = "10.13.6", kexts = @InstalledKext(value = WIDGET, version = "2.0"))
  class Inside {
    private KextSnapshot before = new KextSnapshot(Instant.EPOCH, List.of());

    @BeforeEach
    void look(SimulatedMac mac) {
      before = mac.kernel();
    }

    @Test
    void overrides_the_class_around_it(SimulatedMac mac, KextManager manager) {
      assertThat(said(mac, "/usr/bin/sw_vers")).contains("10.13.6");
      assertThat(manager.status(ID).onDisk())
          .singleElement()
          .satisfies(bundle -> assertThat(bundle.version()).hasToString("2.0"));
    }

    @Test
    void shares_the_mac_with_what_runs_before_it(SimulatedMac mac) {
      assertThat(before.kexts()).isEqualTo(mac.kernel().kexts());
    }
  }

  @OnMacs({"10.8.5", "10.15.7", "26"})
  void runs_once_for_each_release(SimulatedMac mac, KextManager manager) {
    assertThat(said(mac, "/usr/bin/sw_vers")).containsPattern("10\\.8\\.5|10\\.15\\.7|26");
    assertThat(manager.status(ID).onDisk()).hasSize(1);
  }

  private static String said(SimulatedMac mac, String tool, String... arguments) {
    return mac.run(CommandLine.of(Path.of(tool), arguments)).stdout().text();
  }
}
