package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.lifecycle.KextStatus;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.Operation;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.OwedKext.Standing;
import io.github.kextmanager.lifecycle.WaitEvent;
import io.github.kextmanager.lifecycle.Waiting;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting while clocks jump, Macs sleep and threads are interrupted; no time really passes. */
class WaitingTimeTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<WaitEvent> events = new ArrayList<>();
  private SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long ticks = -5_000_000_000L;
  private int pauses;
  private Consumer<Integer> duringPause = number -> {};
  private Consumer<CommandLine> beforeCommand = command -> {};
  private Consumer<CommandLine> afterCommand = command -> {};

  @AfterEach
  void shutDown() {
    mac.close();
  }

  private KextManager manager() {
    return KextManager.builder()
        .runner(this::run)
        .root(mac.root())
        .clock(() -> now)
        .ticker(() -> ticks)
        .pause(this::pause)
        .build();
  }

  private CommandResult run(CommandLine command) {
    beforeCommand.accept(command);
    CommandResult result = mac.run(command);
    afterCommand.accept(command);
    return result;
  }

  private void pause(Duration duration) throws InterruptedException {
    pass(duration);
    pauses++;
    duringPause.accept(pauses);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private void pass(Duration duration) {
    now = now.plus(duration);
    ticks += duration.toNanos();
    mac.advance(duration);
  }

  private LoadOutcome await(Duration deadline, Duration interval) {
    Path bundle = mac.install(TestKext.named(WIDGET.value()).signedBy("ABCDE12345"));
    return manager()
        .awaitApproval(
            LoadRequest.of(bundle), Waiting.upTo(deadline).every(interval).telling(events::add))
        .get(0);
  }

  private static boolean isLoad(CommandLine command) {
    return command.argv().contains("/sbin/kextload");
  }

  private long count(Class<? extends WaitEvent> kind) {
    return events.stream().filter(kind::isInstance).count();
  }

  private static void requireSqlite() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "needs /usr/bin/sqlite3");
  }

  @Test
  void a_mac_that_sleeps_does_not_end_the_waiting() {
    duringPause = number -> now = number == 3 ? now.plus(HOUR.multipliedBy(5)) : now;

    await(HOUR, MINUTE.multipliedBy(10));

    assertThat(pauses).isEqualTo(6);
  }

  @Test
  void a_mac_that_has_slept_is_asked_again_since_the_button_may_be_gone() {
    duringPause = number -> now = number == 3 ? now.plus(HOUR) : now;

    await(Duration.ofMinutes(5), MINUTE);

    assertThat(count(WaitEvent.PromptExpired.class)).isEqualTo(1);
  }

  @Test
  void a_clock_that_is_set_back_makes_no_wait_longer() {
    duringPause = number -> now = now.minus(HOUR);

    await(Duration.ofMinutes(40), MINUTE.multipliedBy(10));

    assertThat(pauses).isEqualTo(4);
    assertThat(count(WaitEvent.PromptExpired.class)).isEqualTo(1);
    assertThat(events)
        .filteredOn(WaitEvent.StillWaiting.class::isInstance)
        .allMatch(event -> !((WaitEvent.StillWaiting) event).since().isNegative());
  }

  @Test
  void what_commands_take_counts() {
    afterCommand = command -> pass(isLoad(command) ? Duration.ZERO : Duration.ofSeconds(30));

    await(Duration.ofMinutes(3), MINUTE);

    assertThat(pauses).isEqualTo(1);
  }

  @Test
  void a_pause_that_takes_no_time_counts_as_what_it_was_to_be() {
    Path bundle = mac.install(TestKext.named(WIDGET.value()).signedBy("ABCDE12345"));
    KextManager manager =
        KextManager.builder().runner(mac).root(mac.root()).pause(duration -> pauses++).build();

    manager.awaitApproval(
        LoadRequest.of(bundle), Waiting.upTo(HOUR).every(MINUTE.multipliedBy(10)));

    assertThat(pauses).isBetween(5, 6);
  }

  @Test
  void an_approval_at_the_last_moment_counts() {
    requireSqlite();
    duringPause = number -> approveAt(5, number);

    assertThat(await(Duration.ofMinutes(5), MINUTE)).isInstanceOf(LoadOutcome.Loaded.class);
  }

  @Test
  void an_approval_at_the_last_moment_counts_where_nobody_may_read_it() {
    mac.close();
    mac =
        SimulatedMac.builder(MacOsVersion.parse("10.15.7"))
            .program(Path.of("/usr/bin/sqlite3"), words -> Reply.exit(1))
            .build();
    duringPause = number -> approveAt(2, number);

    assertThat(await(Duration.ofSeconds(20), Duration.ofSeconds(10)))
        .isInstanceOf(LoadOutcome.Loaded.class);
  }

  private void approveAt(int pause, int number) {
    if (number == pause) {
      mac.approve(WIDGET);
    }
  }

  @Test
  void the_button_comes_back_every_thirty_minutes() {
    await(Duration.ofMinutes(100), MINUTE.multipliedBy(10));

    assertThat(count(WaitEvent.PromptExpired.class)).isEqualTo(3);
    assertThat(count(WaitEvent.Asked.class)).isEqualTo(4);
  }

  @Test
  void later_releases_are_asked_again_but_nothing_is_claimed_of_their_button() {
    mac.close();
    mac = SimulatedMac.builder(MacOsVersion.parse("14.4")).build();

    await(Duration.ofMinutes(40), MINUTE.multipliedBy(10));

    assertThat(count(WaitEvent.PromptExpired.class)).isZero();
    assertThat(count(WaitEvent.Asked.class)).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/usr/bin/sqlite3", "/usr/sbin/kextstat", "/sbin/kextload"})
  void an_interrupt_while_a_program_runs_ends_the_waiting_with_what_is_known(String program) {
    beforeCommand =
        command -> {
          if (pauses > 2 && command.argv().contains(program)) {
            Thread.currentThread().interrupt();
            throw new CommandInterruptedException(
                command, new KillReport(KillReport.Outcome.NOT_STARTED, List.of()));
          }
        };
    duringPause = number -> approveAt(3, number);

    LoadOutcome outcome = await(HOUR, MINUTE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isInstanceOf(LoadOutcome.Deferred.class);
  }

  @Test
  void an_interrupt_while_the_kext_is_loaded_again_leaves_it_unknown() {
    requireSqlite();
    afterCommand =
        command -> {
          if (pauses > 2 && isLoad(command)) {
            Thread.currentThread().interrupt();
            throw new CommandInterruptedException(
                command, new KillReport(KillReport.Outcome.KILLED, List.of()));
          }
        };
    duringPause = number -> approveAt(3, number);

    LoadOutcome outcome = await(HOUR, MINUTE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isInstanceOf(LoadOutcome.Indeterminate.class);
  }

  @Test
  void nobody_waits_for_a_kext_that_is_never_listed() {
    mac.install(TestKext.named(WIDGET.value()).codeless());

    KextStatus status =
        manager().awaitLoaded(WIDGET, Waiting.upTo(HOUR).every(MINUTE).telling(events::add));

    assertThat(status.loaded()).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void an_interrupt_while_it_is_looked_for_a_kext_ends_the_waiting_with_the_last_look() {
    mac.install(TestKext.named(WIDGET.value()));
    beforeCommand =
        command -> {
          if (pauses > 2) {
            Thread.currentThread().interrupt();
            throw new CommandInterruptedException(
                command, new KillReport(KillReport.Outcome.NOT_STARTED, List.of()));
          }
        };

    KextStatus status = manager().awaitLoaded(WIDGET, Waiting.upTo(HOUR).every(MINUTE));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(status.loaded()).isEmpty();
    assertThat(pauses).isEqualTo(3);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void a_wait_that_is_cancelled_tells_what_is_known() throws Exception {
    Path bundle = mac.install(TestKext.named(WIDGET.value()).signedBy("ABCDE12345"));
    var waits = new CountDownLatch(1);
    KextManager manager =
        KextManager.builder()
            .runner(mac)
            .root(mac.root())
            .pause(
                duration -> {
                  waits.countDown();
                  new CountDownLatch(1).await();
                })
            .build();
    Operation<List<LoadOutcome>> operation =
        manager.start(m -> m.awaitApproval(LoadRequest.of(bundle), Waiting.upTo(HOUR)));
    waits.await();

    operation.cancel();

    assertThat(operation.await(HOUR))
        .hasValueSatisfying(
            outcomes ->
                assertThat(outcomes).singleElement().isInstanceOf(LoadOutcome.Deferred.class));
  }

  @Test
  void a_listener_that_throws_is_heard_and_nothing_is_forgotten(@TempDir Path folder) {
    Path bundle = mac.install(TestKext.named(WIDGET.value()).signedBy("ABCDE12345"));
    KextManager manager =
        KextManager.builder()
            .runner(mac)
            .root(mac.root())
            .journal(folder.resolve("journal"), "a test")
            .build();
    Waiting waiting =
        Waiting.upTo(HOUR)
            .telling(
                event -> {
                  throw new IllegalStateException("a listener with a fault");
                });

    assertThatThrownBy(() -> manager.awaitApproval(LoadRequest.of(bundle), waiting))
        .hasMessage("a listener with a fault");

    assertThat(manager.remembered().owed())
        .extracting(OwedKext::standing)
        .containsExactly(Standing.STILL_OWED);
  }

  @Test
  void a_kext_that_is_loaded_at_the_last_moment_is_seen() {
    mac.install(TestKext.named(WIDGET.value()));
    mac.approve(WIDGET);
    KextManager other = KextManager.builder().runner(mac).root(mac.root()).build();
    duringPause =
        number -> {
          if (number == 5) {
            other.load(WIDGET);
          }
        };

    KextStatus status =
        manager().awaitLoaded(WIDGET, Waiting.upTo(Duration.ofMinutes(5)).every(MINUTE));

    assertThat(status.loaded()).isPresent();
  }
}
