package io.github.kextmanager.testing.kmutil.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command with options and operands.
 *
 * @param name its whole name, such as {@code kmutil load}
 * @param overview what it does
 * @param options its options, without {@code --help}
 * @param operands what its operands are called, if it takes any
 */
public record Command(
    String name, String overview, List<Option> options, Optional<String> operands) {
  /** Takes an unmodifiable copy of the list. */
  public Command {
    options = List.copyOf(options);
  }

  /**
   * A command without operands.
   *
   * @param name its whole name
   * @param overview what it does
   * @param groups its options
   * @return the command
   */
  @SafeVarargs
  public static Command of(String name, String overview, List<Option>... groups) {
    List<Option> options = new ArrayList<>();
    for (List<Option> group : groups) {
      options.addAll(group);
    }
    return new Command(name, overview, options, Optional.empty());
  }

  /**
   * The same with operands.
   *
   * @param name what they are called
   * @return the command
   */
  public Command taking(String name) {
    return new Command(this.name, overview, options, Optional.of(name));
  }

  /**
   * Reads words.
   *
   * @param words the words behind the name
   * @return what was given
   * @throws ArgumentException if they are not for this command
   */
  public Given read(List<String> words) throws ArgumentException {
    return new ArgumentReader(this).read(words);
  }

  /**
   * The line that shows how it is called.
   *
   * @return the line without its beginning: {@code kmutil load [<options>]}
   */
  public String usage() {
    return Help.usage(this);
  }

  /**
   * What {@code --help} prints.
   *
   * @return the lines
   */
  public List<String> help() {
    return Help.lines(this);
  }
}
