package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that have not struck yet; each strikes once, the one planned first before others. */
final class PlannedFaults {
  private final List<Plan> plans = new ArrayList<>();

  private record Plan(Predicate<CommandLine> strikes, Fault fault) {}

  void plan(Predicate<CommandLine> strikes, Fault fault) {
    plans.add(new Plan(strikes, fault));
  }

  /** Takes the fault that strikes a command, if one does. */
  Optional<Fault> take(CommandLine command) {
    Optional<Plan> next = plans.stream().filter(plan -> plan.strikes().test(command)).findFirst();
    next.ifPresent(plans::remove);
    return next.map(Plan::fault);
  }
}
