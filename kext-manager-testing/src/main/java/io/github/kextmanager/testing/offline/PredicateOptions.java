package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.program.Getopt;
import io.github.kextmanager.testing.program.LongOption;
import io.github.kextmanager.testing.program.LongOption.Value;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a predicate. An argument that begins with a dash must come behind {@code --}
 * (kext_tools, kextfind_query.c: {@code handleNonOption}).
 */
final class PredicateOptions {
  private final ToolLog log;

  PredicateOptions(ToolLog log) {
    this.log = log;
  }

  /** Which predicates have which options. */
  enum Kind {
    /** Those that compare texts. */
    TEXT(
        "is",
        new LongOption("case-insensitive", Value.NONE, 'i'),
        new LongOption("substring", Value.NONE, 's')),
    /** Those that print. Nothing need follow them, so another predicate may. */
    PRINT("0", new LongOption("nul", Value.NONE, '0')),
    /** The one that prints a text. */
    ECHO(
        "0n",
        new LongOption("no-newline", Value.NONE, 'n'),
        new LongOption("nul", Value.NONE, '0'));

    private final String letters;

    @SuppressWarnings("ImmutableEnumChecker") // The list cannot be modified.
    private final List<LongOption> names;

    Kind(String letters, LongOption... names) {
      this.letters = letters;
      this.names = KextfindWords.behind(names);
    }
  }

  /**
   * The options that were there.
   *
   * @param letters their letters
   * @param end the index of the word behind them
   */
  record Taken(Set<Character> letters, int end) {
    boolean has(char letter) {
      return letters.contains(letter);
    }
  }

  /** Reads them; empty, and a line in the log, if one is wrong. */
  Optional<Taken> read(List<String> words, Kind kind) {
    var options = new Getopt(words, kind.letters, kind.names);
    Set<Character> letters = new HashSet<>();
    int last = 1;
    for (char option = options.next(); option != Getopt.END; option = options.next()) {
      if (kind.letters.indexOf(option) >= 0) {
        letters.add(option);
        last = options.index();
        continue;
      }
      boolean mayFollow = kind == Kind.PRINT && option == KextfindWords.PREDICATE;
      if (mayFollow || !words.get(last).startsWith("-")) {
        return Optional.of(new Taken(letters, last));
      }
      log.error(complaint(option, words.get(last), words.get(0)));
      return Optional.empty();
    }
    return Optional.of(new Taken(letters, options.index()));
  }

  private static String complaint(char option, String word, String predicate) {
    String what =
        option == KextfindWords.PREDICATE
            ? "%s is a predicate keyword".formatted(word)
            : "Invalid option %s for %s".formatted(word, predicate);
    return what + " (use -- to end options before arguments starting with a hyphen).";
  }
}
