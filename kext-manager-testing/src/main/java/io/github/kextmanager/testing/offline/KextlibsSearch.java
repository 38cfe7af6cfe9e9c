package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.macho.MachO;
import io.github.kextmanager.testing.offline.KextlibsArguments.Flag;
import io.github.kextmanager.testing.offline.SymbolSearch.KernelLibraries;
import io.github.kextmanager.testing.offline.SymbolSearch.UnsupportedLibraries;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The search of kextlibs for each architecture that a kext has code for. */
final class KextlibsSearch {
  private final KextCode code;
  private final KextlibsArguments arguments;
  private final SymbolSearch search;
  private final ToolLog log;

  KextlibsSearch(
      KextRepository repository, KextCode code, KextlibsArguments arguments, ToolLog log) {
    this.code = code;
    this.arguments = arguments;
    this.log = log;
    this.search =
        new SymbolSearch(
            repository,
            code,
            arguments.has(Flag.NON_KPI) ? KernelLibraries.KERNEL : KernelLibraries.KPI,
            arguments.has(Flag.UNSUPPORTED)
                ? UnsupportedLibraries.SEARCHED
                : UnsupportedLibraries.LEFT_OUT,
            log);
  }

  /** One tally for each architecture; none, and a line in the log, if the code is not readable. */
  List<ArchitectureTally> search(RepositoryKext kext) {
    List<Cpu> architectures = architectures(kext);
    if (architectures.isEmpty()) {
      log.error("Can't determine architectures of %s.".formatted(arguments.kext()));
    }
    List<ArchitectureTally> tallies = new ArrayList<>();
    for (Cpu architecture : architectures) {
      Optional<SymbolTally> tally = search.search(kext, architecture);
      if (tally.isEmpty()) {
        // Whatever goes wrong there, the real one takes it for this.
        log.error("Memory allocation failure.");
        return List.of();
      }
      tallies.add(new ArchitectureTally(architecture, tally.get()));
    }
    return tallies;
  }

  private List<Cpu> architectures(RepositoryKext kext) {
    Optional<MachO> file = code.read(kext.bundle());
    if (file.isPresent() && !file.get().isKnownToKextLibrary()) {
      log.error("Can't read mach-o file %s.".formatted(kext.shownPath()));
    }
    return file
        .filter(MachO::isKnownToKextLibrary)
        .map(MachO::architectureNames)
        .orElse(List.of())
        .stream()
        .flatMap(name -> Cpu.named(name).stream())
        .toList();
  }
}
