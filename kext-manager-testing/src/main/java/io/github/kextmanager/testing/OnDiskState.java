package io.github.kextmanager.testing;

import io.github.kextmanager.testing.Programs.Daemons;
import io.github.kextmanager.testing.machine.MachineState;
import java.util.List;

/**
 * What a Mac on disk keeps between two processes, beside its files.
 *
 * @param machine the Mac
 * @param caller what sudo lets a user do; as whom commands run that come from no process
 * @param daemons whether kextd is there
 * @param faults what is still to go wrong, each as {@link PlannedFault#toString} has it
 */
record OnDiskState(MachineState machine, Caller caller, Daemons daemons, List<String> faults) {
  /**
   * The number of this form. It changes with every change of a record that is in it, so that no
   * program reads what it does not know.
   */
  static final int FORMAT = 1;

  OnDiskState {
    faults = List.copyOf(faults);
  }
}
