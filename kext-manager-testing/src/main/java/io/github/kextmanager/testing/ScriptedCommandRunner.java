package io.github.kextmanager.testing;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers commands from an ordered script, and fails the test loudly at the first surprise.
 *
 * <p>This passes:
 *
 * <pre>{@code
 * try (var runner = new ScriptedCommandRunner()) {
 *   runner
 *       .expect("/usr/bin/sw_vers", "-productVersion").reply(exit(0).stdout("10.15.7\n"))
 *       .expect("/sbin/kextload", "/tmp/Widget.kext").reply(exit(0));
 *
 *   runner.run(CommandLine.of(Path.of("/usr/bin/sw_vers"), "-productVersion"));
 *   runner.run(CommandLine.of(Path.of("/sbin/kextload"), "/tmp/Widget.kext"));
 * }
 * }</pre>
 *
 * <p>This fails twice: {@code run} throws because another command was expected, and {@code close}
 * because that one was never asked.
 *
 * <pre>{@code
 * try (var runner = new ScriptedCommandRunner()) {
 *   runner.expect("/sbin/kextload", "/tmp/Widget.kext").reply(exit(0));
 *
 *   runner.run(CommandLine.of(Path.of("/sbin/kextload"), "/tmp/Gadget.kext"));
 * }
 * }</pre>
 *
 * <p>Only the program and its arguments are compared, and the environment where the script names
 * one; not the deadline, the cap or the working directory. The cap is honoured. What was asked can
 * be looked at afterwards.
 *
 * <p>Safe for use by multiple threads; the order is then that in which they come.
 *
 * @since 0.1.0
 */
public final class ScriptedCommandRunner implements CommandRunner, AutoCloseable {
  private final Deque<Step> script = new ArrayDeque<>();
  private final List<CommandLine> asked = new ArrayList<>();
  private final List<String> surprises = new ArrayList<>();

  /** Creates a runner that expects nothing. */
  public ScriptedCommandRunner() {}

  /**
   * Expects a command after those expected so far.
   *
   * @param executable the absolute path of the program
   * @param arguments its arguments, exactly
   * @return the expectation, which needs a reply
   */
  public Expectation expect(String executable, String... arguments) {
    return new Expectation(executable, List.of(arguments), Optional.empty());
  }

  /**
   * Expects a command line after those expected so far, with its environment.
   *
   * @param command the command
   * @return the expectation, which needs a reply
   */
  public Expectation expect(CommandLine command) {
    return new Expectation(
        command.executable().toString(), command.arguments(), Optional.of(command.environment()));
  }

  @Override
  public synchronized CommandResult run(CommandLine command) {
    asked.add(command);
    Step step = script.peek();
    if (step == null) {
      throw surprise(
          "Nothing more was expected, but this was asked:\n  %s".formatted(line(command)));
    }
    Optional<String> difference = step.differenceTo(command);
    if (difference.isPresent()) {
      throw surprise(
          "Command %d is not the expected one.\n  expected: %s\n  asked:    %s\n  %s"
              .formatted(asked.size(), line(step.argv()), line(command), difference.get()));
    }
    script.remove();
    return step.reply().answer(command);
  }

  /**
   * What was asked so far, surprises included.
   *
   * @return the commands in the order in which they came
   */
  public synchronized List<CommandLine> commands() {
    return List.copyOf(asked);
  }

  /**
   * Checks that everything expected was asked, and nothing else.
   *
   * @throws AssertionError if a command was never asked, naming each; or if there was a surprise,
   *     even one whose error was swallowed
   */
  public synchronized void assertExhausted() {
    List<String> complaints = new ArrayList<>(surprises);
    script.forEach(step -> complaints.add("Never asked: " + line(step.argv())));
    if (!complaints.isEmpty()) {
      throw new AssertionError(String.join("\n", complaints));
    }
  }

  /** Does the same as {@link #assertExhausted()}. */
  @Override
  public void close() {
    assertExhausted();
  }

  private synchronized void add(Step step) {
    script.add(step);
  }

  private AssertionError surprise(String message) {
    surprises.add(message);
    return new AssertionError(message);
  }

  private static String line(CommandLine command) {
    return line(command.argv());
  }

  private static String line(List<String> argv) {
    return String.join(" ", argv.stream().map(ScriptedCommandRunner::quoted).toList());
  }

  private static String quoted(String argument) {
    boolean plain = !argument.isEmpty() && argument.chars().allMatch(c -> c > ' ' && c != '\'');
    return plain ? argument : "'" + argument + "'";
  }

  /** A command that the script expects; it becomes part of the script when it has a reply. */
  public final class Expectation {
    private final String executable;
    private final List<String> arguments;
    private final Optional<Map<String, String>> environment;

    private Expectation(
        String executable, List<String> arguments, Optional<Map<String, String>> environment) {
      this.executable = executable;
      this.arguments = arguments;
      this.environment = environment;
    }

    /**
     * Expects this environment too, exactly.
     *
     * @param environment the whole environment
     * @return the expectation, which still needs a reply
     */
    public Expectation withEnvironment(Map<String, String> environment) {
      return new Expectation(executable, arguments, Optional.of(Map.copyOf(environment)));
    }

    /**
     * Says what the command answers.
     *
     * @param reply the answer
     * @return the runner, for the next expectation
     */
    public ScriptedCommandRunner reply(Reply reply) {
      List<String> argv = new ArrayList<>(List.of(executable));
      argv.addAll(arguments);
      add(new Step(List.copyOf(argv), environment, reply));
      return ScriptedCommandRunner.this;
    }
  }

  private record Step(List<String> argv, Optional<Map<String, String>> environment, Reply reply) {
    Optional<String> differenceTo(CommandLine command) {
      if (!argv.equals(command.argv())) {
        return Optional.of(firstDifference(argv, command.argv()));
      }
      return environment
          .filter(expected -> !expected.equals(command.environment()))
          .map(
              expected ->
                  "The environment is not the expected one: expected %s, asked with %s."
                      .formatted(expected, command.environment()));
    }

    private static String firstDifference(List<String> expected, List<String> actual) {
      int place = 0;
      while (place < expected.size()
          && place < actual.size()
          && expected.get(place).equals(actual.get(place))) {
        place++;
      }
      return place == 0
          ? "The program is another one."
          : "They differ from argument %d on.".formatted(place);
    }
  }
}
