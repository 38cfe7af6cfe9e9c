package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.plist.DictionaryKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where the symbols are defined that a kext refers to: nowhere yet, in one library, or in several
 * (IOKitUser, OSKext.c, {@code __OSKextFindSymbols}). They are told in the order of the
 * dictionaries of CoreFoundation.
 */
final class SymbolTally {
  private final DictionaryKeys undefined = new DictionaryKeys();
  private final DictionaryKeys once = new DictionaryKeys();
  private final DictionaryKeys often = new DictionaryKeys();
  private final Set<String> wanted = new LinkedHashSet<>();
  private final Map<String, List<RepositoryKext>> libraries = new HashMap<>();
  private final Set<RepositoryKext> useful = new LinkedHashSet<>();
  private final Set<RepositoryKext> clashing = new LinkedHashSet<>();

  /** Adds a symbol that the kext refers to. */
  void want(String symbol) {
    wanted.add(symbol);
    undefined.add(symbol);
  }

  /**
   * Takes all that a library defines. Of those that define a symbol again the first one clashes:
   * neither the one before it, nor those after it.
   */
  void define(RepositoryKext library, List<String> symbols) {
    for (String symbol : symbols) {
      if (wanted.contains(symbol)) {
        define(library, symbol);
      }
    }
  }

  private void define(RepositoryKext library, String symbol) {
    List<RepositoryKext> known = libraries.computeIfAbsent(symbol, unused -> new ArrayList<>());
    known.add(library);
    useful.add(library);
    if (known.size() == 1) {
      once.add(symbol);
      undefined.remove(symbol);
    } else if (known.size() == 2) {
      often.add(symbol);
      once.remove(symbol);
      clashing.add(library);
    }
  }

  /** The symbols that nothing defines. */
  List<String> undefined() {
    return undefined.list();
  }

  /** The symbols that one library defines. */
  Map<String, RepositoryKext> definedOnce() {
    Map<String, RepositoryKext> symbols = new LinkedHashMap<>();
    once.list().forEach(symbol -> symbols.put(symbol, definers(symbol).get(0)));
    return symbols;
  }

  /** The symbols that several libraries define. */
  Map<String, List<RepositoryKext>> definedOften() {
    Map<String, List<RepositoryKext>> symbols = new LinkedHashMap<>();
    often.list().forEach(symbol -> symbols.put(symbol, definers(symbol)));
    return symbols;
  }

  private List<RepositoryKext> definers(String symbol) {
    return Objects.requireNonNull(libraries.get(symbol));
  }

  /** The libraries that define anything, by identifier. */
  List<RepositoryKext> useful() {
    return byIdentifier(useful);
  }

  /** The libraries at which it was noticed that another one defines a symbol too. */
  List<RepositoryKext> clashing() {
    return byIdentifier(clashing);
  }

  private static List<RepositoryKext> byIdentifier(Set<RepositoryKext> kexts) {
    return kexts.stream()
        .sorted(
            (a, b) ->
                String.CASE_INSENSITIVE_ORDER.compare(
                    a.identifier().value(), b.identifier().value()))
        .toList();
  }
}
