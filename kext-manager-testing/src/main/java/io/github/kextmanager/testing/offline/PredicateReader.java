package io.github.kextmanager.testing.offline;

import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.testing.query.Answer;
import io.github.kextmanager.testing.query.ParsedPredicate;
import io.github.kextmanager.testing.query.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the predicates of queries and of reports are read with. */
final class PredicateReader {
  private final ToolLog log;

  PredicateReader(ToolLog log) {
    this.log = log;
  }

  /** A predicate without arguments. */
  static ParsedPredicate<Candidate> alone(Predicate<Candidate> test) {
    return taken(test, 1);
  }

  static ParsedPredicate<Candidate> taken(Predicate<Candidate> test, int words) {
    Term<Candidate> term = candidate -> Answer.of(test.test(candidate));
    return new ParsedPredicate.Taken<>(term, words);
  }

  /** A predicate with some arguments and no options. */
  static ParsedPredicate<Candidate> withArguments(
      List<String> words, int count, Function<List<String>, ParsedPredicate<Candidate>> parsed) {
    return words.size() > count
        ? parsed.apply(words.subList(1, count + 1))
        : ParsedPredicate.badArgument();
  }

  /** What is made of a predicate that had options, and of the words behind them. */
  @FunctionalInterface
  interface WithOptions {
    ParsedPredicate<Candidate> parse(PredicateOptions.Taken options, List<String> arguments);
  }

  /** A predicate with options and some arguments behind them. */
  ParsedPredicate<Candidate> withOptions(
      List<String> words, PredicateOptions.Kind kind, int count, WithOptions parsed) {
    Optional<PredicateOptions.Taken> options = new PredicateOptions(log).read(words, kind);
    if (options.isEmpty() || options.get().end() + count > words.size()) {
      return ParsedPredicate.badArgument();
    }
    int end = options.get().end();
    return parsed.parse(options.get(), words.subList(end, end + count));
  }

  /** The architectures of a list with commas; none, and a line in the log, if one is unknown. */
  List<Cpu> architectures(String list) {
    List<Cpu> architectures = new ArrayList<>();
    for (String name : list.split(",", -1)) {
      Optional<Cpu> architecture = Cpu.named(name);
      if (architecture.isEmpty()) {
        log.error("Unknown architecture %s.".formatted(name));
        return List.of();
      }
      architectures.add(architecture.get());
    }
    return architectures;
  }
}
