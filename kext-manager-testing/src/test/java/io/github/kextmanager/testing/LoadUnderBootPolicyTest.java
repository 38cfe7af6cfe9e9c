package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** kmutil asks for an approval, also where the boot policy of the Mac lets none help. */
class LoadUnderBootPolicyTest {
  private static final Path PROFILER = Path.of("/usr/sbin/system_profiler");

  private final List<Path> run = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"11.7, FULL", "15, FULL", "15, REDUCED_WITHOUT_KEXTS", "27, FULL"})
  void what_nobody_can_approve_is_refused_by_the_boot_policy(
      String release, BootSecurity security) {
    try (SimulatedMac mac = appleSilicon(release, security)) {
      LoadOutcome outcome = load(mac, kext("Widget")).get(0);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              LoadOutcome.Refused.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.SECURE_BOOT_POLICY));
      assertThat(outcome.report().verdict().category()).isEqualTo(Category.SECURE_BOOT_POLICY);
      assertThat(outcome.report().verdict().evidence())
          .anyMatch(
              line ->
                  line.source() == Evidence.Source.BOOT_POLICY
                      && line.text().contains("ibridge_secure_boot"))
          .anyMatch(
              line ->
                  line.source() == Evidence.Source.STDERR && line.text().contains("not approved"));
    }
  }

  @ParameterizedTest
  @CsvSource({"REDUCED", "REDUCED_MANAGED", "PERMISSIVE"})
  void what_somebody_can_approve_waits_for_it(BootSecurity security) {
    try (SimulatedMac mac = appleSilicon("15", security)) {
      assertThat(load(mac, kext("Widget")).get(0))
          .isInstanceOfSatisfying(
              LoadOutcome.Deferred.class,
              deferred -> assertThat(deferred.until()).isEqualTo(Deferral.APPROVAL));
    }
  }

  @Test
  void one_look_at_the_policy_is_enough_for_all_kexts_of_a_load() {
    try (SimulatedMac mac = appleSilicon("15", BootSecurity.FULL)) {
      assertThat(load(mac, kext("Widget"), kext("Gadget")))
          .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(LoadOutcome.Refused.class));
      assertThat(run).containsOnlyOnce(PROFILER);
    }
  }

  @Test
  void where_no_approval_is_owed_nobody_asks_for_the_policy() {
    try (SimulatedMac mac = appleSilicon("15", BootSecurity.REDUCED)) {
      mac.approveTeam("ABCDE12345");

      load(mac, kext("Widget"));

      assertThat(run).doesNotContain(PROFILER);
    }
  }

  @Test
  void before_macos_11_there_is_no_policy_to_ask_for() {
    try (SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15")).build()) {
      load(mac, kext("Widget"));

      assertThat(run).doesNotContain(PROFILER);
    }
  }

  private static SimulatedMac appleSilicon(String release, BootSecurity security) {
    return SimulatedMac.builder(MacOsVersion.parse(release))
        .chip(Chip.APPLE_SILICON)
        .bootSecurity(security)
        .build();
  }

  private static TestKext kext(String name) {
    return TestKext.named("com.example." + name).signedBy("ABCDE12345");
  }

  private List<LoadOutcome> load(SimulatedMac mac, TestKext... kexts) {
    Path[] bundles = List.of(kexts).stream().map(mac::install).toArray(Path[]::new);
    KextManager manager =
        KextManager.builder()
            .runner(
                (CommandLine command) -> {
                  run.add(command.executable());
                  return mac.run(command);
                })
            .root(mac.root())
            .build();
    return manager.load(LoadRequest.of(bundles));
  }
}
