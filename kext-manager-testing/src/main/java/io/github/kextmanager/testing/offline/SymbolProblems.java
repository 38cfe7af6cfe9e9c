package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.testing.offline.KextlibsArguments.Flag;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.OutputStreamText;
import java.util.List;
import java.util.Map;

/**
 * Prints what kextlibs has to say of symbols, on standard error (kext_tools, kextlibs_main.c:
 * {@code printProblems}).
 */
final class SymbolProblems {
  private static final int UNDEFINED_SYMBOLS = 1;
  private static final int SYMBOLS_DEFINED_OFTEN = 2;

  private final KextlibsArguments arguments;
  private final OutputStreamText stderr;

  SymbolProblems(KextlibsArguments arguments, OutputStreamText stderr) {
    this.arguments = arguments;
    this.stderr = stderr;
  }

  /** Whether anything is to be said. */
  boolean areIn(SymbolTally tally) {
    return arguments.has(Flag.DEFINED_ONCE)
        || !tally.undefined().isEmpty()
        || !tally.definedOften().isEmpty();
  }

  /** Prints it; a status. */
  int print(SymbolTally tally) {
    int status = ExitStatus.OK;
    if (arguments.has(Flag.DEFINED_ONCE)) {
      definedOnce(tally.definedOnce());
    }
    if (!tally.undefined().isEmpty()) {
      undefined(tally.undefined());
      status = UNDEFINED_SYMBOLS;
    }
    if (!tally.definedOften().isEmpty()) {
      definedOften(tally);
      status = SYMBOLS_DEFINED_OFTEN;
    }
    return status;
  }

  private void definedOnce(Map<String, RepositoryKext> symbols) {
    stderr.println(
        "    %s found in one library kext each%s"
            .formatted(counted(symbols.size()), symbols.isEmpty() ? "." : ":"));
    symbols.forEach(
        (symbol, library) ->
            stderr.println(
                "    %s in %s (%s)".formatted(symbol, library.shownPath(), version(library))));
  }

  private void undefined(List<String> symbols) {
    boolean areListed = arguments.has(Flag.UNDEFINED);
    stderr.println(
        "    %s not found in any library kext%s"
            .formatted(counted(symbols.size()), areListed ? ":" : "."));
    if (areListed) {
      symbols.forEach(symbol -> stderr.println("\t" + symbol));
    }
  }

  private void definedOften(SymbolTally tally) {
    if (!arguments.has(Flag.DEFINED_OFTEN)) {
      List<RepositoryKext> libraries = tally.clashing();
      stderr.println("    Multiple symbols found among %d libraries:".formatted(libraries.size()));
      libraries.forEach(library -> stderr.println("\t" + library.identifier()));
      return;
    }
    Map<String, List<RepositoryKext>> symbols = tally.definedOften();
    stderr.println(
        "    %s found in more than one library kext:".formatted(counted(symbols.size())));
    symbols.forEach(
        (symbol, libraries) -> {
          stderr.println("    %s: in".formatted(symbol));
          libraries.forEach(
              library ->
                  stderr.println("        %s (%s)".formatted(library.path(), version(library))));
        });
  }

  private static String counted(int symbols) {
    return "%d symbol%s".formatted(symbols, symbols > 1 ? "s" : "");
  }

  /** As it stands in the property list. */
  private String version(RepositoryKext library) {
    return arguments.has(Flag.COMPATIBLE_VERSIONS)
        ? "compatible version "
            + library.bundle().properties().get(KextKey.COMPATIBLE_VERSION).asOptional().orElse("")
        : library.bundle().version().text();
  }
}
