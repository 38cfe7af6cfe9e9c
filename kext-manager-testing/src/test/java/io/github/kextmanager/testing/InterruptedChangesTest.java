package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.lifecycle.Goal;
import io.github.kextmanager.lifecycle.InterruptedChange;
import io.github.kextmanager.lifecycle.InterruptedChange.Cause;
import io.github.kextmanager.lifecycle.InterruptedChange.Suspect;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.OwedKext.Standing;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.Remembered;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A change is cut short at each of its steps in turn. Whatever is thrown, the next manager tells of
 * a change that was made and not judged, and of no other.
 */
class InterruptedChangesTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final TestKext KEXT = TestKext.named("com.example.Widget").version("1.2");
  private static final int MOST_STEPS = 20;

  @TempDir Path folder;
  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();
  private Path bundle = Path.of("/");

  @BeforeEach
  void install() {
    bundle = mac.install(KEXT);
    mac.approve(WIDGET);
  }

  @AfterEach
  void shutDown() {
    mac.close();
  }

  /** How a step goes wrong. */
  private enum Cut {
    /** The thread is interrupted before the program was started. */
    BEFORE_IT_RUNS {
      @Override
      CommandResult run(CommandLine command, CommandRunner mac) {
        Thread.currentThread().interrupt();
        throw new CommandInterruptedException(
            command, new KillReport(KillReport.Outcome.NOT_STARTED, List.of()));
      }
    },
    /** The thread is interrupted when the program has done its work. */
    WHEN_IT_HAS_RUN {
      @Override
      CommandResult run(CommandLine command, CommandRunner mac) {
        mac.run(command);
        Thread.currentThread().interrupt();
        throw new CommandInterruptedException(
            command, new KillReport(KillReport.Outcome.KILLED, List.of()));
      }
    },
    /** The runner of somebody else fails when the program has done its work. */
    FAULTY_RUNNER {
      @Override
      CommandResult run(CommandLine command, CommandRunner mac) {
        mac.run(command);
        throw new IllegalStateException("a runner with a fault");
      }
    },
    /** There is no memory left when the program has done its work. */
    ERROR {
      @Override
      CommandResult run(CommandLine command, CommandRunner mac) {
        mac.run(command);
        throw new OutOfMemoryError("none left");
      }
    };

    abstract CommandResult run(CommandLine command, CommandRunner mac);
  }

  /** What is asked for. */
  private enum Change {
    LOAD(Goal.LOADED, false),
    UNLOAD(Goal.ABSENT, true),
    RELOAD(Goal.LOADED, true),
    RELOAD_OF_WHAT_IS_NOT_LOADED(Goal.LOADED, false);

    private final Goal goal;
    private final boolean isLoadedBefore;

    Change(Goal goal, boolean isLoadedBefore) {
      this.goal = goal;
      this.isLoadedBefore = isLoadedBefore;
    }

    private Object ask(KextManager manager, Path bundle) {
      return switch (this) {
        case LOAD -> manager.load(bundle);
        case UNLOAD -> manager.unload(WIDGET);
        case RELOAD, RELOAD_OF_WHAT_IS_NOT_LOADED -> manager.reload(bundle);
      };
    }
  }

  /** Runs commands, and cuts one of them short. */
  private final class CutRunner implements CommandRunner {
    private final int step;
    private final Cut cut;
    private final List<CommandLine> run = new ArrayList<>();
    private boolean wasCut;

    CutRunner(int step, Cut cut) {
      this.step = step;
      this.cut = cut;
    }

    @Override
    public CommandResult run(CommandLine command) {
      run.add(command);
      if (run.size() == step) {
        wasCut = true;
        return cut.run(command, mac);
      }
      return mac.run(command);
    }

    /** Whether a tool that changes something was started. */
    boolean hasChangedSomething() {
      long changing = run.stream().filter(this::isChanging).count();
      boolean lastDidNotRun = cut == Cut.BEFORE_IT_RUNS && wasCut && isChanging(run.get(step - 1));
      return changing > (lastDidNotRun ? 1 : 0);
    }

    private List<Path> programs() {
      return run.stream().map(CommandLine::executable).toList();
    }

    private boolean isChanging(CommandLine command) {
      return command.argv().contains("/sbin/kextload")
          || command.argv().contains("/sbin/kextunload");
    }
  }

  private KextManager manager(CommandRunner runner) {
    return KextManager.builder()
        .runner(runner)
        .root(mac.root())
        .journal(folder.resolve("journal"), "a test")
        .build();
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void what_was_made_and_not_judged_is_told_at_the_next_look(Change change) throws IOException {
    List<String> wrong = new ArrayList<>();
    int steps = 0;
    for (Cut cut : Cut.values()) {
      boolean wasCut = true;
      for (int step = 1; wasCut && step < MOST_STEPS; step++) {
        CutRunner runner = new CutRunner(step, cut);
        boolean wasTold = isToldAfter(change, runner);
        wasCut = runner.wasCut;
        check(change, runner, wasTold)
            .forEach(
                problem -> wrong.add("%s at %s: %s".formatted(cut, runner.programs(), problem)));
        steps++;
      }
    }

    assertThat(steps).isGreaterThan(20);
    assertThat(wrong).isEmpty();
  }

  /** Whether the caller got to know how it came out. */
  private boolean isToldAfter(Change change, CutRunner runner) throws IOException {
    KextManager undisturbed = KextManager.builder().runner(mac).root(mac.root()).build();
    undisturbed.unload(WIDGET);
    if (change.isLoadedBefore) {
      undisturbed.load(bundle);
    }
    Files.deleteIfExists(folder.resolve("journal"));
    try {
      return isCertain(change.ask(manager(runner), bundle));
    } catch (RuntimeException | OutOfMemoryError failed) {
      return false;
    } finally {
      Thread.interrupted();
    }
  }

  private static boolean isCertain(Object outcome) {
    if (outcome instanceof ReloadOutcome reload) {
      return isCertain(reload.unloaded())
          && reload.failure().isEmpty()
          && reload.loaded().filter(LoadOutcome.Indeterminate.class::isInstance).isEmpty();
    }
    return !(outcome instanceof LoadOutcome.Indeterminate)
        && !(outcome instanceof UnloadOutcome.Indeterminate);
  }

  private List<String> check(Change change, CutRunner runner, boolean wasTold) {
    boolean isLoaded = mac.kernel().find(WIDGET).isPresent();
    List<InterruptedChange> told = manager(mac).remembered().interrupted();
    if (wasTold || !runner.hasChangedSomething()) {
      return told.isEmpty() ? List.of() : List.of("tells what everybody knows: " + told);
    }
    Standing expected =
        isLoaded == (change.goal == Goal.LOADED) ? Standing.DONE : Standing.STILL_OWED;
    boolean isRight =
        told.size() == 1
            && told.get(0).goal() == change.goal
            && told.get(0).cause() == Cause.TURNED_AWAY
            && told.get(0).kexts().equals(List.of(new Suspect(WIDGET, expected)));
    return isRight ? List.of() : List.of("not %s, but %s".formatted(expected, told));
  }

  @Test
  void what_may_still_take_effect_is_told_until_a_later_change_comes_out() {
    mac.deny(WIDGET);
    CommandRunner cutLoad =
        command ->
            command.argv().contains("/sbin/kextload")
                ? Cut.FAULTY_RUNNER.run(command, mac)
                : mac.run(command);
    assertThatThrownBy(() -> manager(cutLoad).load(bundle)).hasMessage("a runner with a fault");

    assertThat(standings(manager(mac).remembered())).containsExactly(Standing.STILL_OWED);
    assertThat(standings(manager(mac).remembered())).containsExactly(Standing.STILL_OWED);

    mac.approve(WIDGET);
    manager(mac).load(bundle);
    assertThat(manager(mac).remembered().interrupted()).isEqualTo(List.<InterruptedChange>of());
  }

  @Test
  void an_interrupt_while_the_log_is_asked_hides_no_refusal() {
    Path unsigned = mac.install(KEXT.unsigned());
    CommandRunner cutLog =
        command ->
            command.executable().equals(Path.of("/usr/bin/log"))
                ? Cut.WHEN_IT_HAS_RUN.run(command, mac)
                : mac.run(command);

    LoadOutcome outcome = manager(cutLog).load(unsigned);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isInstanceOf(LoadOutcome.Refused.class);
    assertThat(manager(mac).remembered().interrupted()).isEqualTo(List.<InterruptedChange>of());
  }

  @Test
  void a_listener_that_throws_makes_nothing_forgotten() {
    KextManager manager =
        KextManager.builder()
            .runner(mac)
            .root(mac.root())
            .journal(folder.resolve("journal"), "a test")
            .auditListener(InterruptedChangesTest::fail)
            .build();

    assertThat(manager.load(bundle).isLoaded()).isTrue();
    assertThat(manager(mac).remembered().interrupted()).isEqualTo(List.<InterruptedChange>of());
  }

  private static void fail(CommandRecord heard) {
    throw new IllegalStateException("a listener with a fault: " + heard.argv());
  }

  private static List<Standing> standings(Remembered remembered) {
    return remembered.interrupted().stream()
        .flatMap(change -> change.kexts().stream())
        .map(Suspect::standing)
        .toList();
  }
}
