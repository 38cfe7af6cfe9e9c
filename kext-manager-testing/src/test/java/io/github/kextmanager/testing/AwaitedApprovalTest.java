package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.WaitEvent;
import io.github.kextmanager.lifecycle.Waiting;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.verdict.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manager waits on a simulated Mac; no time passes but that of the Mac. */
class AwaitedApprovalTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<WaitEvent> events = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();
  private Runnable afterThreePauses = () -> {};
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @AfterEach
  void shutDown() {
    mac.close();
  }

  private void start(SimulatedMacBuilder other) {
    mac.close();
    mac = other.build();
  }

  private LoadOutcome await(Duration deadline, Duration interval) {
    Path bundle = mac.install(TestKext.named("com.example.Widget").signedBy("ABCDE12345"));
    KextManager manager =
        KextManager.builder()
            .runner(mac)
            .root(mac.root())
            .clock(() -> now)
            .ticker(() -> now.getEpochSecond() * 1_000_000_000L)
            .pause(this::pass)
            .build();
    return manager
        .awaitApproval(
            LoadRequest.of(bundle), Waiting.upTo(deadline).every(interval).telling(events::add))
        .get(0);
  }

  private void pass(Duration duration) {
    pauses.add(duration);
    now = now.plus(duration);
    mac.advance(duration);
    if (pauses.size() == 3) {
      afterThreePauses.run();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.13.6", "10.14.6", "10.15.7"})
  void loads_a_kext_when_the_person_has_allowed_it(String release) {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "needs /usr/bin/sqlite3");
    start(SimulatedMac.builder(MacOsVersion.parse(release)));
    afterThreePauses = () -> mac.approve(WIDGET);

    LoadOutcome outcome = await(HOUR, Duration.ofSeconds(5));

    assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
    assertThat(pauses).hasSize(3);
    assertThat(events).hasAtLeastOneElementOfType(WaitEvent.Approved.class);
    assertThat(events).first().isInstanceOf(WaitEvent.Asked.class);
    assertThat(events).hasAtLeastOneElementOfType(WaitEvent.StillWaiting.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.7", "14.4", "26"})
  void ends_with_the_restart_that_is_owed_once_it_was_allowed(String release) {
    start(SimulatedMac.builder(MacOsVersion.parse(release)));
    afterThreePauses = () -> mac.approve(WIDGET);

    LoadOutcome outcome = await(HOUR, Duration.ofSeconds(5));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            LoadOutcome.Deferred.class,
            deferred -> assertThat(deferred.until()).isEqualTo(Deferral.RESTART));
  }

  @Test
  void gives_up_at_the_deadline() {
    LoadOutcome outcome = await(Duration.ofSeconds(12), Duration.ofSeconds(5));

    assertThat(outcome).isInstanceOf(LoadOutcome.Deferred.class);
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2));
  }

  @Test
  void asks_again_when_the_button_is_gone() {
    await(Duration.ofMinutes(45), Duration.ofMinutes(10));

    assertThat(events).filteredOn(WaitEvent.Asked.class::isInstance).hasSizeGreaterThan(1);
  }

  @Test
  void does_not_wait_where_the_boot_policy_lets_nothing_in() {
    start(
        SimulatedMac.builder(MacOsVersion.parse("14.4"))
            .chip(Chip.APPLE_SILICON)
            .bootSecurity(BootSecurity.FULL));

    LoadOutcome outcome = await(HOUR, Duration.ofSeconds(5));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            LoadOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.SECURE_BOOT_POLICY));
    assertThat(pauses).isEmpty();
    assertThat(events).last().isInstanceOf(WaitEvent.Hopeless.class);
  }

  @Test
  void asks_for_the_boot_policy_once() {
    start(
        SimulatedMac.builder(MacOsVersion.parse("14.4"))
            .chip(Chip.APPLE_SILICON)
            .bootSecurity(BootSecurity.REDUCED));
    Path bundle = mac.install(TestKext.named("com.example.Widget").signedBy("ABCDE12345"));
    List<Path> run = new ArrayList<>();
    KextManager manager =
        KextManager.builder()
            .runner(
                command -> {
                  run.add(command.executable());
                  return mac.run(command);
                })
            .root(mac.root())
            .clock(() -> now)
            .ticker(() -> now.getEpochSecond() * 1_000_000_000L)
            .pause(this::pass)
            .build();

    manager.awaitApproval(LoadRequest.of(bundle), Waiting.upTo(Duration.ofSeconds(25)));

    assertThat(pauses).hasSize(5);
    assertThat(run).filteredOn(Path.of("/usr/sbin/system_profiler")::equals).hasSizeLessThan(2);
    assertThat(run).filteredOn(Path.of("/usr/bin/bputil")::equals).hasSizeLessThan(2);
  }

  @Test
  void an_interrupt_by_the_listener_ends_the_waiting_and_stays_set() {
    Path bundle = mac.install(TestKext.named("com.example.Widget").signedBy("ABCDE12345"));
    KextManager manager =
        KextManager.builder()
            .runner(mac)
            .root(mac.root())
            .clock(() -> now)
            .ticker(() -> now.getEpochSecond() * 1_000_000_000L)
            .pause(this::pass)
            .build();
    Waiting waiting = Waiting.upTo(HOUR).telling(event -> Thread.currentThread().interrupt());

    LoadOutcome outcome = manager.awaitApproval(LoadRequest.of(bundle), waiting).get(0);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isInstanceOf(LoadOutcome.Deferred.class);
  }

  @Test
  void an_interrupt_ends_the_waiting_and_stays_set() {
    afterThreePauses = () -> Thread.currentThread().interrupt();
    Path bundle = mac.install(TestKext.named("com.example.Widget").signedBy("ABCDE12345"));
    KextManager manager =
        KextManager.builder()
            .runner(mac)
            .root(mac.root())
            .clock(() -> now)
            .ticker(() -> now.getEpochSecond() * 1_000_000_000L)
            .pause(
                duration -> {
                  throw new InterruptedException();
                })
            .build();

    LoadOutcome outcome = manager.awaitApproval(LoadRequest.of(bundle), Waiting.upTo(HOUR)).get(0);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isInstanceOf(LoadOutcome.Deferred.class);
  }

  @Test
  void waits_for_a_kext_that_somebody_else_loads() {
    mac.install(TestKext.named("com.example.Widget").signedBy("ABCDE12345"));
    mac.approve(WIDGET);
    KextManager other = KextManager.builder().runner(mac).root(mac.root()).build();
    afterThreePauses = () -> other.load(WIDGET);
    KextManager manager =
        KextManager.builder()
            .runner(mac)
            .root(mac.root())
            .clock(() -> now)
            .ticker(() -> now.getEpochSecond() * 1_000_000_000L)
            .pause(this::pass)
            .build();

    assertThat(manager.awaitLoaded(WIDGET, Waiting.upTo(HOUR)).loaded()).isPresent();
    assertThat(pauses).hasSize(3);
  }
}
