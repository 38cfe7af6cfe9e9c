package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.testing.program.OutputStreamText;
import io.github.kextmanager.testing.program.ToolLog;
import io.github.kextmanager.testing.query.ParsedPredicate;
import io.github.kextmanager.testing.query.PredicateParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The predicates of a query that print something, and always hold (kext_tools, kextfind_query.c).
 */
final class QueryCommands {
  private static final char NUL = '\0';

  private final OutputStreamText stdout;
  private final ToolLog log;
  private final PredicateReader reader;
  private boolean wereRead;

  QueryCommands(OutputStreamText stdout, ToolLog log) {
    this.stdout = stdout;
    this.log = log;
    this.reader = new PredicateReader(log);
  }

  /** Whether a query has one of them. */
  boolean wereRead() {
    return wereRead;
  }

  /** That a query has a command that is not one of these. */
  void noteAnother() {
    wereRead = true;
  }

  /** Prints the path of a kext, as is done where a query has no command. */
  void print(Candidate it) {
    print(it.paths().of(it.kext()), '\n');
  }

  Map<String, PredicateParser<Candidate>> parsers() {
    Map<String, PredicateParser<Candidate>> parsers = new HashMap<>();
    parsers.put("-echo", this::echo);
    parsers.put("-print", words -> printing(words, this::path));
    parsers.put("-print0", words -> command(it -> path(it, NUL), 1));
    parsers.put("-print-diagnostics", words -> command(this::diagnostics, 1));
    parsers.put("-print-property", this::property);
    parsers.put("-print-arches", words -> printing(words, this::architectures));
    parsers.put(
        "-print-dependencies",
        words -> printing(words, kexts(it -> it.questions().libraries(it.kext()))));
    parsers.put(
        "-print-dependents",
        words -> printing(words, kexts(it -> it.questions().dependents(it.kext()))));
    parsers.put(
        "-print-plugins", words -> printing(words, kexts(it -> it.questions().plugIns(it.kext()))));
    parsers.put("-print-integrity", words -> printing(words, (it, end) -> print("n/a", end)));
    parsers.put("-print-info-dictionary", words -> printing(words, this::infoPlist));
    parsers.put("-print-executable", words -> printing(words, this::executable));
    return parsers;
  }

  static Map<String, String> abbreviations() {
    return Map.of(
        "-pdiag", "-print-diagnostics",
        "-pp", "-print-property",
        "-pa", "-print-arches",
        "-pid", "-print-info-dictionary",
        "-px", "-print-executable");
  }

  private ParsedPredicate<Candidate> command(Consumer<Candidate> command, int words) {
    wereRead = true;
    return PredicateReader.taken(
        it -> {
          command.accept(it);
          return true;
        },
        words);
  }

  private ParsedPredicate<Candidate> printing(
      List<String> words, BiConsumer<Candidate, Character> command) {
    return reader.withOptions(
        words,
        PredicateOptions.Kind.PRINT,
        0,
        (options, none) -> command(it -> command.accept(it, end(options)), options.end()));
  }

  private ParsedPredicate<Candidate> echo(List<String> words) {
    return reader.withOptions(
        words,
        PredicateOptions.Kind.ECHO,
        1,
        (options, arguments) -> {
          String text = arguments.get(0);
          return command(
              it -> {
                stdout.print(text);
                if (!options.has('n')) {
                  print("", end(options));
                }
              },
              options.end() + 1);
        });
  }

  private ParsedPredicate<Candidate> property(List<String> words) {
    return reader.withOptions(
        words,
        PredicateOptions.Kind.PRINT,
        1,
        (options, arguments) -> {
          String key = arguments.get(0);
          return command(
              it ->
                  it.dictionaries()
                      .value(it.kext(), key)
                      .ifPresent(value -> print(PropertyText.line(key, value), end(options))),
              options.end() + 1);
        });
  }

  private static char end(PredicateOptions.Taken options) {
    return options.has('0') ? NUL : '\n';
  }

  private void print(String text, char end) {
    stdout.print(text + end);
  }

  private void path(Candidate it, char end) {
    print(it.paths().of(it.kext()), end);
  }

  /** What is printed ends with an empty line, if anything is. */
  private void diagnostics(Candidate it) {
    stdout.print(it.questions().diagnostics(it.kext()));
  }

  private void architectures(Candidate it, char end) {
    List<String> names = it.code().architectures(it.kext()).orElse(List.of());
    if (!names.isEmpty()) {
      print(String.join(",", names), end);
    }
  }

  private BiConsumer<Candidate, Character> kexts(Function<Candidate, List<RepositoryKext>> kexts) {
    return (it, end) -> kexts.apply(it).forEach(kext -> print(it.paths().of(kext), end));
  }

  private void infoPlist(Candidate it, char end) {
    complainAboutNames(it);
    print(it.paths().infoPlist(it.kext()), end);
  }

  private void executable(Candidate it, char end) {
    print(
        it.paths()
            .executable(it.kext())
            .map(
                path -> {
                  complainAboutNames(it);
                  return path;
                })
            .orElse(""),
        end);
  }

  private void complainAboutNames(Candidate it) {
    if (it.paths().isOfNamesOnly()) {
      log.error(KextPaths.NO_NAMES);
    }
  }
}
