package io.github.kextmanager.testing.system;

import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /usr/sbin/sysctl}, as far as reading. A name that ends before the last part stands for all
 * below it.
 */
public final class Sysctl implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/sbin/sysctl";

  private static final int FAILURE = 1;

  private static final String WITHOUT_EFFECT = "bdhoxw";
  private static final Map<Character, Option> LETTERS =
      Map.of(
          'a', Option.ALL,
          'A', Option.ALL,
          'X', Option.ALL,
          'n', Option.VALUES_ONLY,
          'N', Option.NAMES_ONLY,
          'e', Option.EQUALS,
          'i', Option.IGNORE_UNKNOWN,
          'q', Option.QUIET);

  private final SystemVariables variables;

  /**
   * The program.
   *
   * @param variables what the kernel tells
   */
  public Sysctl(SystemVariables variables) {
    this.variables = variables;
  }

  private enum Option {
    ALL,
    VALUES_ONLY,
    NAMES_ONLY,
    EQUALS,
    IGNORE_UNKNOWN,
    QUIET
  }

  @Override
  public int run(Invocation invocation) {
    Set<Option> options = EnumSet.noneOf(Option.class);
    List<String> names = new ArrayList<>();
    for (String word : invocation.arguments()) {
      if (word.startsWith("-") && word.length() > 1 && names.isEmpty()) {
        for (char letter : word.substring(1).toCharArray()) {
          if (!take(letter, options)) {
            invocation.stderr().println("sysctl: illegal option -- " + letter);
            return usage(invocation);
          }
        }
      } else {
        names.add(word);
      }
    }
    if (names.isEmpty()) {
      return options.contains(Option.ALL) ? all(options, invocation) : usage(invocation);
    }
    return names.stream().mapToInt(name -> show(name, options, invocation)).sum();
  }

  private static boolean take(char letter, Set<Option> options) {
    Optional<Option> option = Optional.ofNullable(LETTERS.get(letter));
    option.ifPresent(options::add);
    return option.isPresent() || WITHOUT_EFFECT.indexOf(letter) >= 0;
  }

  private int all(Set<Option> options, Invocation invocation) {
    variables.values().forEach((name, value) -> print(name, value, options, invocation));
    return 0;
  }

  private int show(String word, Set<Option> options, Invocation invocation) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Map<String, String> values = variables.values();
    List<String> meant =
        values.keySet().stream()
            .filter(each -> each.equals(name) || each.startsWith(name + "."))
            .toList();
    if (meant.isEmpty()) {
      return unknown(name, options, invocation);
    }
    if (equals >= 0) {
      invocation.stderr().println("sysctl: oid '%s' is read only".formatted(name));
      return FAILURE;
    }
    meant.forEach(
        each ->
            Optional.ofNullable(values.get(each))
                .ifPresent(value -> print(each, value, options, invocation)));
    return 0;
  }

  private static int unknown(String name, Set<Option> options, Invocation invocation) {
    if (options.contains(Option.IGNORE_UNKNOWN)) {
      return 0;
    }
    if (!options.contains(Option.QUIET)) {
      invocation.stderr().println("sysctl: unknown oid '%s'".formatted(name));
    }
    return FAILURE;
  }

  private static void print(String name, String value, Set<Option> options, Invocation invocation) {
    String line =
        options.contains(Option.NAMES_ONLY)
            ? name
            : options.contains(Option.VALUES_ONLY)
                ? value
                : name + (options.contains(Option.EQUALS) ? "=" : ": ") + value;
    invocation.stdout().println(line);
  }

  private static int usage(Invocation invocation) {
    invocation
        .stderr()
        .println("usage: sysctl [-bdehiNnoqx] [-B <bufsize>] [-f filename] name[=value] ...");
    invocation.stderr().println("       sysctl [-bdehNnoqx] [-B <bufsize>] -a");
    return FAILURE;
  }
}
