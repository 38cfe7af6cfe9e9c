package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.macho.FatEntry;
import io.github.kextmanager.macho.MachO;
import io.github.kextmanager.macho.Slice;
import io.github.kextmanager.macho.SliceContent;
import io.github.kextmanager.macho.Symbol;
import io.github.kextmanager.macho.SymbolReader;
import io.github.kextmanager.macho.Width;
import io.github.kextmanager.model.BundleIdentifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What kextfind asks about executables (kext_tools, kextfind_query.c). It reads the file of the
 * bundle itself; Apple's library, which it asks for architectures, reads that of another kext in
 * its place if the bundle says so.
 */
final class CodeQuestions {
  private final KextRepository repository;
  private final KextCode code;

  CodeQuestions(KextRepository repository, KextCode code) {
    this.repository = repository;
    this.code = code;
  }

  /** Whether there is code for each of some architectures; a kext without code runs on all. */
  boolean supports(RepositoryKext kext, List<Cpu> architectures) {
    if (!kext.facts().declaresExecutable()) {
      return true;
    }
    Optional<MachO> file = known(code.read(holder(kext)));
    return file.isPresent()
        && architectures.stream().allMatch(cpu -> file.get().bestFor(cpu).isPresent());
  }

  /** Whether there is code for each of some architectures and for no other. */
  boolean isFor(RepositoryKext kext, List<Cpu> architectures) {
    Optional<List<FatEntry>> slices = slices(kext);
    return slices.isPresent()
        && supports(kext, architectures)
        && slices.get().stream()
            .allMatch(slice -> architectures.stream().anyMatch(cpu -> suits(slice, cpu)));
  }

  /** By the header of the slice, whatever the table says. */
  private static boolean suits(FatEntry entry, Cpu cpu) {
    if (!(entry.content() instanceof SliceContent.Code content)) {
      return false;
    }
    FatEntry row =
        new FatEntry(content.slice().cpu(), entry.extent(), entry.alignment(), entry.content());
    return new MachO.Fat(Width.BITS_32, List.of(row), List.of()).bestFor(cpu).isPresent();
  }

  /** The names of its architectures, those that have one; empty if there is no code to look at. */
  Optional<List<String>> architectures(RepositoryKext kext) {
    return slices(kext)
        .map(
            entries ->
                entries.stream()
                    .flatMap(entry -> slice(entry).stream())
                    .flatMap(slice -> slice.cpu().name().stream())
                    .toList());
  }

  /**
   * Whether any of its code defines a symbol. What a part of the kernel lists, the kernel defines.
   */
  boolean defines(RepositoryKext kext, String symbol) {
    return kinds(kext, symbol).orElse(List.of()).stream()
        .anyMatch(kind -> kext.isKernelComponent() || kind != Symbol.Kind.UNDEFINED);
  }

  /** Whether any of its code refers to a symbol. */
  boolean refersTo(RepositoryKext kext, String symbol) {
    return !kext.isKernelComponent()
        && kinds(kext, symbol).orElse(List.of()).stream()
            .anyMatch(kind -> kind == Symbol.Kind.UNDEFINED || kind == Symbol.Kind.INDIRECT);
  }

  /** What the symbol of a name is in each slice that has it; empty if there is no code. */
  Optional<List<Symbol.Kind>> kinds(RepositoryKext kext, String symbol) {
    Optional<Path> file = code.opened(kext.bundle());
    return slices(kext)
        .map(
            entries ->
                entries.stream()
                    .flatMap(entry -> slice(entry).stream())
                    .flatMap(
                        slice -> SymbolReader.read(file.orElseThrow(), slice).find(symbol).stream())
                    .map(Symbol::kind)
                    .filter(kind -> kind != Symbol.Kind.OTHER)
                    .toList());
  }

  /** The slices up to the first that is not in the file. */
  private Optional<List<FatEntry>> slices(RepositoryKext kext) {
    return known(code.read(kext.bundle()))
        .map(
            file ->
                file.entries().stream()
                    .takeWhile(entry -> !(entry.content() instanceof SliceContent.OutsideFile))
                    .toList());
  }

  private static Optional<Slice> slice(FatEntry entry) {
    return entry.content() instanceof SliceContent.Code content
        ? Optional.of(content.slice())
        : Optional.empty();
  }

  private static Optional<MachO> known(Optional<MachO> file) {
    return file.filter(MachO::isKnownToKextLibrary);
  }

  private KextBundle holder(RepositoryKext kext) {
    KextBundle bundle = kext.bundle();
    if (bundle.executable().isPresent() || code.file(bundle).isPresent()) {
      return bundle;
    }
    return bundle
        .properties()
        .get(KextKey.SHARED_EXECUTABLE, repository.mac().architecture())
        .asOptional()
        .map(BundleIdentifier::reported)
        .flatMap(repository::find)
        .map(RepositoryKext::bundle)
        .orElse(bundle);
  }
}
