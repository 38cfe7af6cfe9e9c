package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.macho.FatEntry;
import io.github.kextmanager.macho.MachO;
import io.github.kextmanager.macho.SliceContent;
import io.github.kextmanager.macho.Symbol;
import io.github.kextmanager.macho.Symbol.Kind;
import io.github.kextmanager.macho.SymbolReader;
import io.github.kextmanager.macho.Symbols;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks in all kexts for what another refers to (IOKitUser, OSKext.c, {@code
 * OSKextFindLinkDependencies}). A part of the kernel is a list of names of what the kernel defines;
 * so its own references count as definitions.
 */
final class SymbolSearch {
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "com.apple.kernel.unsupported",
          "com.apple.kpi.unsupported",
          "com.apple.kpi.private",
          "com.apple.kpi.dsep");

  private final KextRepository repository;
  private final KextCode code;
  private final Predicate<String> mayBeSearched;
  private final LogSink log;

  /** Which libraries of Apple's kernel are searched. */
  enum KernelLibraries {
    /** {@code com.apple.kpi.*}. */
    KPI,
    /** {@code com.apple.kernel*}. */
    KERNEL
  }

  /** Whether libraries are searched that Apple does not want to be linked against. */
  enum UnsupportedLibraries {
    LEFT_OUT,
    SEARCHED
  }

  SymbolSearch(
      KextRepository repository,
      KextCode code,
      KernelLibraries kernel,
      UnsupportedLibraries unsupported,
      LogSink log) {
    this.repository = repository;
    this.code = code;
    this.log = log;
    String hidden = kernel == KernelLibraries.KPI ? "com.apple.kernel" : "com.apple.kpi.";
    this.mayBeSearched =
        identifier ->
            !identifier.startsWith(hidden)
                && (unsupported == UnsupportedLibraries.SEARCHED
                    || !UNSUPPORTED.contains(identifier));
  }

  /** The outcome for one architecture; empty if the code of the kext cannot be looked into. */
  Optional<SymbolTally> search(RepositoryKext kext, Cpu architecture) {
    SymbolTally tally = new SymbolTally();
    if (!kext.isKernelComponent() && !readReferences(kext, architecture, tally)) {
      return Optional.empty();
    }
    repository.kexts().stream()
        .filter(library -> !library.equals(kext) && isSearchable(library))
        .forEach(library -> tally.define(library, definitions(library, architecture)));
    return Optional.of(tally);
  }

  private boolean isSearchable(RepositoryKext library) {
    return library.isLibrary()
        && library.facts().declaresExecutable()
        && mayBeSearched.test(library.identifier().value());
  }

  private boolean readReferences(RepositoryKext kext, Cpu architecture, SymbolTally tally) {
    Optional<FatEntry> slice = slice(kext, architecture);
    if (slice.isEmpty()) {
      error("%s has no executable for architecture %s.".formatted(kext.shownPath(), architecture));
      return false;
    }
    Symbols symbols = symbols(kext, slice.get());
    if (symbols instanceof Symbols.None) {
      error(noTable(kext, architecture));
    } else if (symbols instanceof Symbols.Unreadable) {
      error(
          "%s: internal overrun in executable file (%s)."
              .formatted(kext.shownPath(), architecture));
    }
    symbols.list().stream()
        .filter(symbol -> symbol.kind() == Kind.UNDEFINED)
        .map(Symbol::name)
        .forEach(tally::want);
    return symbols instanceof Symbols.Listed;
  }

  private List<String> definitions(RepositoryKext library, Cpu architecture) {
    Optional<FatEntry> slice = slice(library, architecture);
    if (slice.isEmpty()) {
      return List.of();
    }
    Symbols symbols = symbols(library, slice.get());
    if (symbols instanceof Symbols.None) {
      error(noTable(library, architecture));
    } else if (symbols instanceof Symbols.Unreadable) {
      error(
          "%s - internal overrun in executable file (%s)."
              .formatted(library.shownPath(), architecture));
    }
    Set<Kind> kinds =
        library.isKernelComponent()
            ? Set.of(Kind.UNDEFINED, Kind.INDIRECT)
            : Set.of(Kind.IN_SECTION);
    return symbols.list().stream()
        .filter(symbol -> kinds.contains(symbol.kind()))
        .map(Symbol::name)
        .toList();
  }

  private static String noTable(RepositoryKext kext, Cpu architecture) {
    return "%s has no symtab in its executable (%s)".formatted(kext.shownPath(), architecture);
  }

  private Optional<FatEntry> slice(RepositoryKext kext, Cpu architecture) {
    return code.read(kext.bundle())
        .filter(MachO::isKnownToKextLibrary)
        .flatMap(file -> file.bestFor(architecture))
        .filter(slice -> !(slice.content() instanceof SliceContent.OutsideFile));
  }

  private Symbols symbols(RepositoryKext kext, FatEntry entry) {
    return entry.content() instanceof SliceContent.Code content
        ? code.opened(kext.bundle())
            .map(file -> SymbolReader.read(file, content.slice()))
            .orElseGet(Symbols.None::new)
        : new Symbols.None();
  }

  private void error(String text) {
    log.log(LogMessage.error(text));
  }
}
