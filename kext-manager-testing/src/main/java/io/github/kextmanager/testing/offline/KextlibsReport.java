package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.offline.KextlibsArguments.Flag;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.OutputStreamText;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.List;

/** In what order kextlibs prints libraries and problems (kext_tools, kextlibs_main.c). */
final class KextlibsReport {
  private final boolean isXml;
  private final LibraryList libraries;
  private final SymbolProblems problems;
  private final OutputStreamText stderr;

  KextlibsReport(
      MacOsVersion release, KextlibsArguments arguments, Invocation invocation, ToolLog log) {
    this.isXml = arguments.has(Flag.XML);
    this.libraries = new LibraryList(release, arguments, invocation, log);
    this.problems = new SymbolProblems(arguments, invocation.stderr());
    this.stderr = invocation.stderr();
  }

  /**
   * Prints all there is to print.
   *
   * @param tallies one for each architecture, at least one
   * @return a status: the highest of all counts
   */
  int print(List<ArchitectureTally> tallies) {
    List<RepositoryKext> first = tallies.get(0).libraries();
    boolean isCommon = tallies.stream().allMatch(tally -> tally.libraries().equals(first));
    int status = ExitStatus.OK;
    if (isCommon) {
      status = endedByLine(libraries.printCommon(first));
    } else if (isXml) {
      for (ArchitectureTally tally : tallies) {
        status = Math.max(status, printLibraries(tally, tallies));
      }
    }
    for (ArchitectureTally tally : tallies) {
      boolean hasList = !isCommon && !isXml;
      if (hasList) {
        status = Math.max(status, printLibraries(tally, tallies));
      }
      if (problems.areIn(tally.symbols())) {
        if (!hasList) {
          stderr.println("For %s:".formatted(tally.architecture()));
        }
        status = Math.max(status, printProblems(tally, tallies));
      }
    }
    return status;
  }

  /** An empty line comes behind the list of the last architecture. */
  private int printLibraries(ArchitectureTally tally, List<ArchitectureTally> tallies) {
    int status = libraries.print(tally);
    boolean isLast = tallies.indexOf(tally) == tallies.size() - 1;
    return isLast ? endedByLine(status) : status;
  }

  /**
   * An empty line comes as long as twice the number is less than that of all: a slip of Apple's.
   */
  private int printProblems(ArchitectureTally tally, List<ArchitectureTally> tallies) {
    int status = problems.print(tally.symbols());
    if (2 * tallies.indexOf(tally) < tallies.size()) {
      stderr.println("");
    }
    return status;
  }

  private int endedByLine(int status) {
    if (status == ExitStatus.OK) {
      stderr.println("");
    }
    return status;
  }
}
