package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.testing.Occasion.AfterCommands;
import io.github.kextmanager.testing.Occasion.AtTime;
import io.github.kextmanager.testing.Occasion.Run;
import io.github.kextmanager.testing.Occasion.ToKernel;
import io.github.kextmanager.testing.Occasion.ToKextd;
import io.github.kextmanager.testing.Occasion.Turn;
import io.github.kextmanager.testing.Occasion.Turn.Every;
import io.github.kextmanager.testing.Occasion.Turn.Nth;
import io.github.kextmanager.verdict.OsReturn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The faults that have not struck yet, in the order in which they were planned. One of them strikes
 * on one occasion; what was due but had to let another go first strikes on the next.
 *
 * <p>Not safe for use by multiple threads.
 */
final class FaultBoard {
  private static final Turn NEXT = new Nth(1);

  private final List<PlannedFault> planned = new ArrayList<>();

  void plan(PlannedFault fault) {
    planned.add(fault);
  }

  List<PlannedFault> planned() {
    return List.copyOf(planned);
  }

  void clear() {
    planned.clear();
  }

  /** Takes what others do before a command begins. */
  List<Fault.OfMac> takeEvents(CommandLine command, Instant now) {
    List<Fault.OfMac> events = new ArrayList<>();
    for (PlannedFault plan : List.copyOf(planned)) {
      if (plan.fault() instanceof Fault.OfMac event && isDueBefore(plan, command, now)) {
        events.add(event);
      }
    }
    return events;
  }

  private boolean isDueBefore(PlannedFault plan, CommandLine command, Instant now) {
    if (plan.occasion() instanceof Run run) {
      return matches(run, command) && advance(plan, run.turn());
    }
    if (plan.occasion() instanceof AtTime at) {
      return !now.isBefore(at.time()) && planned.remove(plan);
    }
    int left = ((AfterCommands) plan.occasion()).commands();
    if (left == 0) {
      return planned.remove(plan);
    }
    replace(plan, new PlannedFault(new AfterCommands(left - 1), plan.fault()));
    return false;
  }

  /** Takes the fault that strikes a run of a program. */
  Optional<StrikingFault> takeForRun(CommandLine command) {
    return take(plan ->
            plan.occasion() instanceof Run run
                && !(plan.fault() instanceof Fault.OfMac)
                && matches(run, command))
        .map(plan -> new StrikingFault(plan.fault(), ((Run) plan.occasion()).tool(), command));
  }

  Optional<Fault.OfKernel> takeForKernel(KernelRequest request) {
    return take(plan -> plan.occasion() instanceof ToKernel asked && asked.request() == request)
        .map(plan -> (Fault.OfKernel) plan.fault());
  }

  Optional<OsReturn> takeForKextd() {
    return take(plan -> plan.occasion() instanceof ToKextd)
        .map(plan -> ((Fault.KextdAnswers) plan.fault()).code());
  }

  /** Counts an occasion for all that wait for it. What strikes every time lets others go first. */
  private Optional<PlannedFault> take(Predicate<PlannedFault> concerns) {
    Optional<PlannedFault> due = Optional.empty();
    Optional<PlannedFault> everyTime = Optional.empty();
    for (PlannedFault plan : List.copyOf(planned)) {
      if (!concerns.test(plan)) {
        continue;
      }
      Turn turn = turn(plan.occasion());
      if (turn instanceof Every) {
        everyTime = everyTime.or(() -> Optional.of(plan));
      } else if (!turn.equals(NEXT)) {
        advance(plan, turn);
      } else if (due.isEmpty() && advance(plan, turn)) {
        due = Optional.of(plan);
      }
    }
    return due.isPresent() ? due : everyTime;
  }

  /** Counts an occasion, and says whether this is the one. */
  private boolean advance(PlannedFault plan, Turn turn) {
    if (turn instanceof Every) {
      return true;
    }
    int number = ((Nth) turn).number();
    if (number == 1) {
      return planned.remove(plan);
    }
    replace(plan, new PlannedFault(later(plan.occasion(), number - 1), plan.fault()));
    return false;
  }

  private void replace(PlannedFault plan, PlannedFault changed) {
    planned.set(planned.indexOf(plan), changed);
  }

  private static Occasion later(Occasion occasion, int number) {
    Turn turn = new Nth(number);
    if (occasion instanceof Run run) {
      return new Run(run.tool(), run.verb(), turn);
    }
    return occasion instanceof ToKernel request
        ? new ToKernel(request.request(), turn)
        : new ToKextd(turn);
  }

  private static Turn turn(Occasion occasion) {
    if (occasion instanceof Run run) {
      return run.turn();
    }
    return occasion instanceof ToKernel request ? request.turn() : ((ToKextd) occasion).turn();
  }

  private static boolean matches(Run run, CommandLine command) {
    if (run.tool().isEmpty()) {
      return true;
    }
    List<String> argv = command.argv();
    int program = argv.indexOf(run.tool().get().path());
    List<String> arguments = argv.subList(program + 1, argv.size());
    return program >= 0
        && run.verb().map(verb -> arguments.stream().limit(1).anyMatch(verb::equals)).orElse(true);
  }
}
