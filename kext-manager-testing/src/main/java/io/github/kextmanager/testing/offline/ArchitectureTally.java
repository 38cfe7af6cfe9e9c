package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.macho.Cpu;
import java.util.List;

/**
 * Where the symbols are defined that the code for one architecture refers to.
 *
 * @param architecture the architecture
 * @param symbols the symbols
 */
record ArchitectureTally(Cpu architecture, SymbolTally symbols) {
  List<RepositoryKext> libraries() {
    return symbols.useful();
  }
}
