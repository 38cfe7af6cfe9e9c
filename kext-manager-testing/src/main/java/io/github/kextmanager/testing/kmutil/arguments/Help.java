package io.github.kextmanager.testing.kmutil.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How ArgumentParser describes a command. */
public final class Help {
  private static final int MOST_IN_USAGE = 12;
  private static final int COLUMN = 26;

  private Help() {}

  static String usage(Command command) {
    String operands = command.operands().map(name -> " [<%s> ...]".formatted(name)).orElse("");
    if (command.options().size() > MOST_IN_USAGE) {
      return command.name() + " [<options>]" + operands;
    }
    return command.options().stream()
            .map(option -> " " + option.synopsis())
            .collect(Collectors.joining("", command.name(), ""))
        + operands;
  }

  static List<String> lines(Command command) {
    List<String> lines = new ArrayList<>();
    lines.add("OVERVIEW: " + command.overview());
    lines.add("");
    lines.add("USAGE: " + usage(command));
    lines.add("");
    lines.add("OPTIONS:");
    Stream.concat(command.options().stream(), Stream.of(Option.HELP))
        .flatMap(option -> entry(option.label(), option.help()))
        .forEach(lines::add);
    lines.add("");
    return lines;
  }

  /**
   * A name and what it stands for: beside each other if the name is short enough.
   *
   * @param label the name
   * @param text what it stands for
   * @return one line or two
   */
  public static Stream<String> entry(String label, String text) {
    String indented = "  " + label;
    return indented.length() < COLUMN
        ? Stream.of(pad(indented) + text)
        : Stream.of(indented, pad("") + text);
  }

  private static String pad(String text) {
    return text + " ".repeat(COLUMN - text.length());
  }
}
