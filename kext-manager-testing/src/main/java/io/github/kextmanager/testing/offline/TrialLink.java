package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.LibraryProcess;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.List;
import java.util.Optional;

/**
 * What is looked at before a kext is linked on trial (kext_tools, kextutil_main.c: {@code
 * generateKextSymbols}). There is no linker here: what gets as far as that is taken to link.
 *
 * @param process the library
 * @param architecture for what it is linked
 * @param running the architecture of the running kernel
 * @param log where it says what is wrong
 */
record TrialLink(
    LibraryProcess process, Architecture architecture, Architecture running, ToolLog log) {
  private static final int ARCHITECTURE_NOT_FOUND = 2;
  private static final int KEXT_BAD = 4;

  Outcome link(RepositoryKext kext) {
    String path = kext.shownPath();
    if (kext.isKernelComponent()) {
      log.error("%s is a kernel component; no symbols to generate.".formatted(path));
      return Outcome.failed(ExitStatus.DATA_ERROR);
    }
    if (kext.facts().isInterface()) {
      log.error("%s is a an interface kext; no symbols to generate.".formatted(path));
      return Outcome.failed(ExitStatus.DATA_ERROR);
    }
    if (!kext.executable().supportsArchitecture()) {
      String which =
          architecture.equals(running)
              ? "this computer's architecture"
              : "architecture " + architecture;
      log.error("%s does not contain code for %s.".formatted(path, which));
      return Outcome.failed(ARCHITECTURE_NOT_FOUND);
    }
    Optional<List<RepositoryKext>> loadList = process.loadList(kext);
    if (loadList.isEmpty() || !allHaveCode(loadList.get())) {
      log.error("Check library declarations for your kext with kextlibs(8).");
      return Outcome.fatal(KEXT_BAD);
    }
    return Outcome.OK;
  }

  private boolean allHaveCode(List<RepositoryKext> loadList) {
    Optional<RepositoryKext> without =
        loadList.stream().filter(kext -> !kext.executable().supportsArchitecture()).findFirst();
    without.ifPresent(
        kext ->
            log.error(
                "Can't link %s - architecture %s not found"
                    .formatted(kext.shownPath(), architecture)));
    return without.isEmpty();
  }
}
