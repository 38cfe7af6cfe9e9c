package io.github.kextmanager.macho;

import java.util.List;
import java.util.Optional;

/** What came of reading the symbols of a slice. */
public sealed interface Symbols {
  /**
   * The symbols, but for those that are there for debuggers only or have no name.
   *
   * @return the symbols in the order of the slice; none if they cannot be read
   */
  List<Symbol> list();

  /**
   * The first symbol of a name.
   *
   * @param name the name, with its underscore
   * @return the symbol
   */
  default Optional<Symbol> find(String name) {
    return list().stream().filter(symbol -> symbol.name().equals(name)).findFirst();
  }

  /**
   * The symbols.
   *
   * @param list the symbols
   */
  record Listed(List<Symbol> list) implements Symbols {
    /** Copies the list. */
    public Listed {
      list = List.copyOf(list);
    }
  }

  /** The slice has no symbols: no load command tells of any. */
  record None() implements Symbols {
    @Override
    public List<Symbol> list() {
      return List.of();
    }
  }

  /**
   * There are symbols, but they cannot be read.
   *
   * @param explanation why
   */
  record Unreadable(String explanation) implements Symbols {
    @Override
    public List<Symbol> list() {
      return List.of();
    }
  }
}
