package io.github.kextmanager.testing.program;

import java.util.List;

/**
 * The long options of a program, and which of them a word names ({@code getopt_long_only(3)}).
 *
 * @param options the options
 */
record LongNames(List<LongOption> options) {
  LongNames {
    options = List.copyOf(options);
  }

  /** What a word can be. */
  enum Word {
    /** A long name alone: it has two dashes, or its first letter is no short option. */
    LONG,
    /** As well short options in one word. */
    LONG_OR_SHORT
  }

  /** One exact match, or all whose beginning it is; a single known letter is no beginning. */
  List<LongOption> matching(String name, Word word) {
    for (LongOption option : options) {
      if (option.name().equals(name)) {
        return List.of(option);
      }
    }
    return word == Word.LONG_OR_SHORT && name.length() == 1
        ? List.of()
        : options.stream().filter(option -> option.name().startsWith(name)).toList();
  }
}
