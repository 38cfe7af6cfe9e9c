package io.github.kextmanager.testing.unifiedlog;

import io.github.kextmanager.testing.log.EntryType;
import io.github.kextmanager.testing.predicate.Condition;
import io.github.kextmanager.testing.predicate.Operand;
import io.github.kextmanager.testing.predicate.PredicateParser;
import io.github.kextmanager.testing.predicate.PredicateSyntaxException;
import io.github.kextmanager.testing.predicate.Relation;
import io.github.kextmanager.testing.unifiedlog.LogRequest.StyleName;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the arguments of {@code log show} and {@code log stream} (log(1)). */
final class LogArguments {
  private static final Set<String> IGNORED =
      Set.of("--signpost", "--source", "--backtrace", "--no-signpost", "--loss", "--no-loss");

  private final Instant now;
  private final UUID bootSession;
  private Optional<String> predicate = Optional.empty();
  private Condition condition = new Condition.Fixed(true);
  private final Set<EntryType> types = LogRequest.usualTypes();
  private LogWindow window = LogWindow.ALL;
  private StyleName style = StyleName.DEFAULT;

  /** Arguments that the program refuses. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  private LogArguments(Instant now, UUID bootSession) {
    this.now = now;
    this.bootSession = bootSession;
  }

  static LogRequest read(List<String> words, Instant now, UUID bootSession)
      throws RefusedException {
    var arguments = new LogArguments(now, bootSession);
    Deque<String> rest = new ArrayDeque<>();
    words.stream().flatMap(LogArguments::parts).forEach(rest::add);
    while (!rest.isEmpty()) {
      arguments.take(rest.remove(), rest);
    }
    return new LogRequest(
        arguments.predicate,
        arguments.condition,
        arguments.types,
        arguments.window,
        arguments.style);
  }

  /** {@code --last=3m} is {@code --last 3m}. */
  private static Stream<String> parts(String word) {
    int equals = word.indexOf('=');
    return word.startsWith("--") && equals > 0
        ? Stream.of(word.substring(0, equals), word.substring(equals + 1))
        : Stream.of(word);
  }

  private void take(String option, Deque<String> rest) throws RefusedException {
    switch (option) {
      case "--predicate" -> restrict(value(option, rest));
      case "--style" -> style = style(value(option, rest));
      case "--process" -> restrictToProcess(value(option, rest));
      case "--start" -> window = window.and(time(option, LogWindow.from(value(option, rest))));
      case "--end" -> window = window.and(time(option, LogWindow.until(value(option, rest))));
      case "--last" ->
          window = window.and(time(option, LogWindow.last(value(option, rest), now, bootSession)));
      case "--info" -> types.add(EntryType.INFO);
      case "--debug" -> types.add(EntryType.DEBUG);
      case "--no-info" -> types.remove(EntryType.INFO);
      case "--no-debug" -> types.remove(EntryType.DEBUG);
      case "--level" -> level(value(option, rest));
      case "--timeout", "--color", "--timezone", "--type" -> value(option, rest);
      default -> {
        if (!IGNORED.contains(option)) {
          throw new RefusedException("Unknown argument: '%s'".formatted(option));
        }
      }
    }
  }

  private static String value(String option, Deque<String> rest) throws RefusedException {
    String value = rest.poll();
    if (value == null) {
      throw new RefusedException("%s requires an argument".formatted(option));
    }
    return value;
  }

  private static LogWindow time(String option, Optional<LogWindow> window) throws RefusedException {
    return window.orElseThrow(() -> new RefusedException("Invalid value for %s".formatted(option)));
  }

  private void restrict(String text) throws RefusedException {
    try {
      condition = new Condition.All(List.of(condition, PredicateParser.parse(text)));
      predicate = Optional.of(text);
    } catch (PredicateSyntaxException e) {
      throw new RefusedException(
          "Invalid predicate: Unable to parse the format string \"%s\": %s"
              .formatted(text, e.getMessage()));
    }
  }

  private void restrictToProcess(String process) {
    var named =
        new Condition.Any(List.of(isEqual("process", process), isEqual("processID", process)));
    condition = new Condition.All(List.of(condition, named));
  }

  private static Condition isEqual(String key, String value) {
    return new Condition.Comparison(
        new Operand.Key(key),
        new Relation(Relation.Operator.EQUAL, Relation.Folding.NONE),
        List.of(new Operand.Constant(value)));
  }

  private void level(String level) throws RefusedException {
    switch (level) {
      case "default" -> {}
      case "info" -> types.add(EntryType.INFO);
      case "debug" -> types.addAll(Set.of(EntryType.INFO, EntryType.DEBUG));
      default -> throw new RefusedException("Invalid level '%s'".formatted(level));
    }
  }

  private static StyleName style(String name) throws RefusedException {
    return Arrays.stream(StyleName.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new RefusedException("Invalid style '%s'".formatted(name)));
  }
}
