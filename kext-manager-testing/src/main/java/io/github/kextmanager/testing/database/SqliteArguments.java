package io.github.kextmanager.testing.database;

import io.github.kextmanager.testing.database.OutputMode.Header;
import io.github.kextmanager.testing.database.OutputMode.Layout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of {@code sqlite3}.
 *
 * @param options the options as given, each one that is known to be harmless
 * @param mode what they make of the output
 * @param file the database, if one is named
 * @param commands what to do first
 * @param statements what to do with it
 */
record SqliteArguments(
    List<String> options,
    OutputMode mode,
    Optional<String> file,
    List<String> commands,
    List<String> statements) {

  /** An option that is not known here; the message names it. */
  static final class UnknownOptionException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownOptionException(String option) {
      super(option);
    }
  }

  static SqliteArguments read(List<String> words) throws UnknownOptionException {
    List<String> options = new ArrayList<>();
    List<String> operands = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    Layout layout = Layout.LIST;
    String separator = "|";
    Header header = Header.NONE;
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.remove();
      if (!word.startsWith("-")) {
        operands.add(word);
        continue;
      }
      String option = word.startsWith("--") ? word.substring(1) : word;
      options.add(option);
      switch (option) {
        case "-list" -> layout = Layout.LIST;
        case "-csv" -> layout = Layout.CSV;
        case "-json" -> layout = Layout.JSON;
        case "-line" -> layout = Layout.LINE;
        case "-header" -> header = Header.NAMES;
        case "-noheader" -> header = Header.NONE;
        case "-readonly", "-batch", "-bail" -> {}
        case "-separator" -> {
          separator = value(word, rest);
          options.add(separator);
        }
        case "-init" -> {
          String startFile = value(word, rest);
          if (!startFile.equals("/dev/null")) {
            throw new UnknownOptionException(word);
          }
          options.add(startFile);
        }
        case "-cmd" -> {
          commands.add(value(word, rest));
          options.add(commands.get(commands.size() - 1));
        }
        default -> throw new UnknownOptionException(word);
      }
    }
    return new SqliteArguments(
        options,
        new OutputMode(layout, separator, header),
        operands.stream().findFirst(),
        commands,
        operands.stream().skip(1).toList());
  }

  private static String value(String option, Deque<String> rest) throws UnknownOptionException {
    return Optional.ofNullable(rest.poll()).orElseThrow(() -> new UnknownOptionException(option));
  }
}
