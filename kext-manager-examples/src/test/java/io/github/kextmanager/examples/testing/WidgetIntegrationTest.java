package io.github.kextmanager.examples.testing;

import static io.github.kextmanager.testing.assertj.KextAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.examples.installing.PostInstall;
import io.github.kextmanager.lifecycle.ChangeReport;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.SnapshotDifference;
import io.github.kextmanager.parse.KextTableReader;
import io.github.kextmanager.testing.Reply;
import io.github.kextmanager.testing.ScriptedCommandRunner;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.testing.junit.InstalledKext;
import io.github.kextmanager.testing.junit.OnMac;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Reason;
import io.github.kextmanager.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Three ways to test what embeds the library, from the most Mac to the least. */
class WidgetIntegrationTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final BundleIdentifier PLUG = BundleIdentifier.of("com.example.Plug");

  @Test
  @OnMac(release = "10.15.7", kexts = @InstalledKext("com.example.Widget"))
  void runs_once_it_is_allowed(SimulatedMac mac, KextManager manager) {
    assertThat(manager.load(WIDGET)).awaitsApproval();
    mac.approve(WIDGET);
    assertThat(manager.load(WIDGET)).isLoaded();
    assertThat(mac).hasLoaded("com.example.Widget").ran("/sbin/kextload");
  }

  @Test
  void a_mac_of_your_own_making_knows_who_depends_on_whom() {
    try (SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build()) {
      KextManager manager = KextManager.builder().runner(mac).root(mac.root()).build();
      mac.install(TestKext.named("com.example.Widget").version("1.2").compatibleFrom("1.0"));
      mac.install(TestKext.named("com.example.Plug").needing("com.example.Widget", "1.0"));
      mac.approve(WIDGET);
      mac.approve(PLUG);
      manager.load(PLUG);

      assertThat(manager.unload(WIDGET)).isUsedBy("com.example.Plug");
    }
  }

  @Test
  void a_script_answers_exactly_what_a_test_is_about() {
    try (ScriptedCommandRunner script = new ScriptedCommandRunner()) {
      script.expect("/usr/bin/sw_vers", "-productVersion").reply(Reply.exit(0).stdout("10.15.7\n"));
      script
          .expect("/usr/sbin/kextstat")
          .reply(
              Reply.exit(0)
                  .stdout(
                      "    1    0 0xffffff7f80a00000 0x1000     0x1000     com.example.Widget (1.2)\n"));
      KextManager manager = KextManager.builder().runner(script).build();

      assertThat(manager.snapshot().find(WIDGET)).isPresent();
    }
  }

  @Test
  void a_mock_is_enough_where_only_the_outcome_counts() {
    KextManager manager = Mockito.mock(KextManager.class);
    var report =
        new ChangeReport(
            Verdict.of(Category.START_STOP_FAILED, List.of()),
            new SnapshotDifference(List.of(), List.of(), List.of()),
            List.of());
    LoadedKext loaded =
        KextTableReader.strict()
            .read("  170    0 0xffffff7f84100000 0x6000     0x6000     " + WIDGET + " (1.0) <4>\n")
            .rows()
            .get(0)
            .toLoadedKext();
    var refused = new UnloadOutcome.Refused(loaded, Reason.START_STOP_FAILED, report);
    Path bundle = Path.of("/Library/Extensions/Widget.kext");
    Mockito.when(manager.reload(bundle))
        .thenReturn(new ReloadOutcome(refused, Optional.empty(), Optional.empty()));

    assertThat(new PostInstall(manager, System.out).activate(bundle)).isEqualTo(28);
  }
}
