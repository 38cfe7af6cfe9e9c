package io.github.kextmanager.testing.offline;

import io.github.kextmanager.macho.Cpu;
import java.util.List;

/** What can be asked about the architectures of a kext. */
enum CodeTest {
  /** Whether it has code for all of some, or no code. */
  ALL {
    @Override
    boolean holds(Candidate it, List<Cpu> architectures) {
      it.questions().lookForCode(it.kext());
      return it.code().supports(it.kext(), architectures);
    }
  },
  /** Whether it has code for all of some, and for no other. */
  EXACTLY {
    @Override
    boolean holds(Candidate it, List<Cpu> architectures) {
      return it.code().isFor(it.kext(), architectures);
    }
  };

  abstract boolean holds(Candidate it, List<Cpu> architectures);
}
