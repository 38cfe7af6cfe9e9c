package io.github.kextmanager.testing.kmutil.arguments;

import io.github.kextmanager.testing.kmutil.arguments.Option.Arity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the words of a command: long names in full, values in the next word or behind {@code =},
 * letters of flags bundled; what follows {@code --} are operands.
 */
final class ArgumentReader {
  private final Command command;
  private final Map<String, List<String>> values = new HashMap<>();
  private final List<String> operands = new ArrayList<>();
  private final Deque<String> rest = new ArrayDeque<>();

  ArgumentReader(Command command) {
    this.command = command;
  }

  Given read(List<String> words) throws ArgumentException {
    rest.addAll(words);
    while (!rest.isEmpty()) {
      String word = rest.remove();
      if (word.equals("--")) {
        operands.addAll(rest);
        rest.clear();
      } else if (word.startsWith("-") && word.length() > 1) {
        option(word);
      } else {
        operands.add(word);
      }
    }
    checkOperands();
    return new Given(values, operands);
  }

  private void checkOperands() throws ArgumentException {
    if (command.operands().isPresent() || operands.isEmpty() || values.containsKey(Given.HELP)) {
      return;
    }
    String list = operands.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    throw new ArgumentException(
        operands.size() == 1
            ? "Unexpected argument " + list
            : "%d unexpected arguments: %s".formatted(operands.size(), list));
  }

  private void option(String word) throws ArgumentException {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Optional<Option> known = find(name);
    if (known.isEmpty() && isBundle(word)) {
      for (char letter : word.substring(1).toCharArray()) {
        take(find("-" + letter).orElseThrow(() -> unknown("-" + letter)), "-" + letter);
      }
      return;
    }
    Option option = known.orElseThrow(() -> unknown(name));
    if (equals < 0) {
      take(option, name);
    } else if (option.arity() == Arity.FLAG) {
      throw new ArgumentException(
          "The option '%s' does not take any value, but '%s' was specified."
              .formatted(name, word.substring(equals + 1)));
    } else {
      add(option, word.substring(equals + 1));
    }
  }

  /** {@code -vz}: letters of which each is an option. */
  private boolean isBundle(String word) {
    return !word.startsWith("--") && word.length() > 2 && find(word.substring(0, 2)).isPresent();
  }

  private void take(Option option, String word) throws ArgumentException {
    if (option.arity() == Arity.FLAG) {
      values.computeIfAbsent(option.name(), any -> new ArrayList<>());
      return;
    }
    String next = rest.peek();
    if (next == null || (next.startsWith("-") && next.length() > 1)) {
      throw new ArgumentException("Missing value for '%s <%s>'".formatted(word, option.name()));
    }
    add(option, rest.remove());
  }

  private void add(Option option, String value) {
    values.computeIfAbsent(option.name(), any -> new ArrayList<>()).add(value);
  }

  private Optional<Option> find(String word) {
    return Option.HELP.isCalled(word)
        ? Optional.of(Option.HELP)
        : command.options().stream().filter(option -> option.isCalled(word)).findFirst();
  }

  private ArgumentException unknown(String word) {
    return new ArgumentException(
        "Unknown option '%s'".formatted(word)
            + Suggestion.forWord(word, command.options())
                .map(". Did you mean '%s'?"::formatted)
                .orElse(""));
  }
}
