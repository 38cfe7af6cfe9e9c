package io.github.kextmanager.operation;

import static io.github.kextmanager.verdict.Category.HAS_DEPENDENTS;
import static io.github.kextmanager.verdict.Category.KERNEL_REJECTED;

import io.github.kextmanager.lifecycle.UnloadOutcome.Hold;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.ClassInstances;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** What holds a kext on which no loaded kext can be seen to depend (xnu, OSKext::unload). */
final class UnloadHold {
  private UnloadHold() {}

  static Hold of(List<ClassInstances> holders, Verdict said, Optional<Verdict> log) {
    if (!holders.isEmpty()) {
      return Hold.INSTANCES;
    }
    if (says(HAS_DEPENDENTS, said)
        || log.filter(heard -> says(HAS_DEPENDENTS, heard)).isPresent()) {
      return Hold.REFERENCES;
    }
    // "Kext unloading is disabled": the one refusal of an unload that the kernel has no number for.
    return log.filter(heard -> says(KERNEL_REJECTED, heard)).isPresent()
        ? Hold.THIS_BOOT
        : Hold.NOT_SAID;
  }

  private static boolean says(Category category, Verdict verdict) {
    return verdict.category() == category || verdict.also().contains(category);
  }
}
