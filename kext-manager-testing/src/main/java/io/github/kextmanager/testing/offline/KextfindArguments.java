package io.github.kextmanager.testing.offline;

import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.program.ExitStatus;
import io.github.kextmanager.testing.program.Getopt;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.LongOption;
import io.github.kextmanager.testing.program.LongOption.Value;
import io.github.kextmanager.testing.program.ToolLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The options of kextfind and the places to search; what comes behind them is the query
 * (kext_tools, kextfind_main.c: {@code readArgs}).
 */
final class KextfindArguments {
  private static final char SET_ARCHITECTURE = '\2';
  private static final char RELATIVE_PATHS = '\3';
  private static final char NO_PATHS = '\4';

  private static final List<LongOption> LONG =
      Stream.concat(
              KextfindWords.behind(
                  new LongOption("help", Value.NONE, 'h'),
                  new LongOption("case-insensitive", Value.NONE, 'i'),
                  new LongOption("search-item", Value.REQUIRED, 'f'),
                  new LongOption("system-extensions", Value.NONE, 'e'),
                  new LongOption("set-arch", Value.REQUIRED, SET_ARCHITECTURE),
                  new LongOption("substring", Value.NONE, 's'),
                  new LongOption("relative-paths", Value.NONE, RELATIVE_PATHS),
                  new LongOption("no-paths", Value.NONE, NO_PATHS))
                  .stream(),
              Stream.of(new LongOption("report", Value.NONE, KextfindWords.PREDICATE)))
          .toList();

  private final Invocation invocation;
  private final ToolLog log;
  private final SearchItems items;
  private final KextfindUsage usage;
  private final List<String> words;
  private TextMatching matching = TextMatching.EXACT;
  private PathStyle pathStyle = PathStyle.FULL;
  private Optional<String> architecture = Optional.empty();
  private int next = 1;

  KextfindArguments(Invocation invocation, Disk disk, ToolLog log) {
    this.invocation = invocation;
    this.log = log;
    this.items = new SearchItems(invocation, disk, log);
    this.usage = new KextfindUsage(invocation.name(), invocation.stderr());
    this.words = new ArrayList<>(List.of(invocation.program()));
    words.addAll(invocation.arguments());
  }

  /** Where to search. */
  SearchItems items() {
    return items;
  }

  /** How texts are compared unless a predicate says otherwise. */
  TextMatching matching() {
    return matching;
  }

  PathStyle pathStyle() {
    return pathStyle;
  }

  /** For which architecture kexts are judged, if not for that of the kernel. */
  Optional<String> architecture() {
    return architecture;
  }

  /** All words, the program first, in the order that getopt has left them in. */
  List<String> words() {
    return words;
  }

  /** The index of the first word of the query. */
  int queryStart() {
    return next;
  }

  /** Reads them; a status if the program ends here. */
  OptionalInt read() {
    var options = new Getopt(words, "0ef:his", LONG);
    char option = options.next();
    while (isOption(option)) {
      OptionalInt ended = take(option, options.value().orElse(""));
      if (ended.isPresent()) {
        return ended;
      }
      next = options.index();
      option = options.next();
    }
    if (option == Getopt.END) {
      next = options.index();
    }
    while (next < words.size() && items.takeOperand(words.get(next))) {
      next++;
    }
    return OptionalInt.empty();
  }

  /** An unknown option ends the options as a predicate does, and so does {@code -0}. */
  private static boolean isOption(char option) {
    return option != Getopt.END
        && option != Getopt.BAD
        && option != KextfindWords.PREDICATE
        && option != '0';
  }

  private OptionalInt take(char option, String value) {
    switch (option) {
      case 'h' -> {
        usage.full();
        return OptionalInt.of(ExitStatus.OK);
      }
      case 'i' -> matching = matching.ignoringCase();
      case 's' -> matching = matching.ofParts();
      case 'e' -> items.addSystemFolders();
      case 'f' -> {
        if (!items.take(value)) {
          return usageError();
        }
      }
      case SET_ARCHITECTURE -> {
        if (Cpu.named(value).isEmpty()) {
          log.error("Unknown architecture %s.".formatted(value));
          return usageError();
        }
        architecture = Optional.of(value);
      }
      case RELATIVE_PATHS -> pathStyle = PathStyle.RELATIVE;
      default -> pathStyle = PathStyle.NAME;
    }
    return OptionalInt.empty();
  }

  private OptionalInt usageError() {
    usage.brief();
    return OptionalInt.of(ExitStatus.USAGE);
  }

  @Override
  public String toString() {
    return invocation.arguments().toString();
  }
}
