package io.github.kextmanager.cli.answer;

import io.github.kextmanager.verdict.Remedy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A word of a command that stands for what is not known. */
enum Placeholder {
  KEXT("the path of the bundle"),
  LIBRARY("the path of the library"),
  ID("the identifier of the kext"),
  CLASS("the name of the class"),
  NAME("the name that belongs there"),
  USER("the name of the user");

  private final String meaning;
  private final Pattern inCommand;

  Placeholder(String meaning) {
    this.meaning = meaning;
    this.inCommand = Pattern.compile("(?:.*[ /])?" + name() + "(?:[ /.].*)?");
  }

  /** What to put in place of those that are left in the commands; empty if none is. */
  static Optional<String> legend(List<Remedy> remedies) {
    List<String> commands = remedies.stream().flatMap(each -> each.command().stream()).toList();
    String meanings =
        Arrays.stream(values())
            .filter(each -> commands.stream().anyMatch(each::isIn))
            .map(each -> each.name() + " for " + each.meaning)
            .collect(Collectors.joining(", "));
    return meanings.isEmpty()
        ? Optional.empty()
        : Optional.of("In these commands stands " + meanings + ".");
  }

  private boolean isIn(String command) {
    return inCommand.matcher(command).matches();
  }
}
