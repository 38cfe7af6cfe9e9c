package io.github.kextmanager.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A program, its arguments and the conditions under which it runs.
 *
 * <p>This is {@code execve}, not a shell: every argument arrives as it stands, and no character in
 * it means anything. The program is an absolute path, there is no search of {@code PATH}; standard
 * input is at its end.
 *
 * <p>Immutable, and equal by value, so that a test can expect one.
 *
 * @param executable the absolute path of the program
 * @param arguments the arguments, without the name of the program
 * @param environment the whole environment: nothing is inherited
 * @param workingDirectory the absolute path of the working directory
 * @param timeout how long it may run before it is stopped
 * @param outputLimitBytes how many bytes of each stream are kept; the rest is read and dropped
 */
public record CommandLine(
    Path executable,
    List<String> arguments,
    Map<String, String> environment,
    Path workingDirectory,
    Duration timeout,
    int outputLimitBytes) {

  /** {@code LC_ALL=C}, so that no message is translated, and the system's own folders as PATH. */
  public static final Map<String, String> DEFAULT_ENVIRONMENT =
      Map.of("LC_ALL", "C", "PATH", "/usr/bin:/bin:/usr/sbin:/sbin");

  /** 30 seconds. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /** 1 MiB. */
  public static final int DEFAULT_OUTPUT_LIMIT_BYTES = 1 << 20;

  /**
   * Checks what can be checked without asking the operating system.
   *
   * @throws IllegalArgumentException if the executable or the working directory is not absolute, an
   *     argument or a part of the environment holds a NUL, the name of a variable is empty or holds
   *     {@code =}, the timeout is not positive, or the limit is negative
   */
  public CommandLine {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    requireAbsolute("executable", executable);
    requireAbsolute("working directory", workingDirectory);
    arguments.forEach(argument -> requireNoNul("argument", argument));
    environment.forEach(CommandLine::requireVariable);
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("The timeout must be positive, not " + timeout + ".");
    }
    if (outputLimitBytes < 0) {
      throw new IllegalArgumentException(
          "The output limit must not be negative: " + outputLimitBytes + ".");
    }
  }

  /**
   * A command with the default environment, working directory ({@code /}), timeout and limit.
   *
   * @param executable the absolute path of the program
   * @param arguments its arguments
   * @return the command
   */
  public static CommandLine of(Path executable, String... arguments) {
    return of(executable, List.of(arguments));
  }

  /**
   * A command with the default environment, working directory ({@code /}), timeout and limit.
   *
   * @param executable the absolute path of the program
   * @param arguments its arguments
   * @return the command
   */
  public static CommandLine of(Path executable, List<String> arguments) {
    return new CommandLine(
        executable,
        arguments,
        DEFAULT_ENVIRONMENT,
        Path.of("/"),
        DEFAULT_TIMEOUT,
        DEFAULT_OUTPUT_LIMIT_BYTES);
  }

  /**
   * The same command with another environment.
   *
   * @param environment the whole environment
   * @return the command
   */
  public CommandLine withEnvironment(Map<String, String> environment) {
    return new CommandLine(
        executable, arguments, environment, workingDirectory, timeout, outputLimitBytes);
  }

  /**
   * The same command in another working directory.
   *
   * @param workingDirectory an absolute path
   * @return the command
   */
  public CommandLine withWorkingDirectory(Path workingDirectory) {
    return new CommandLine(
        executable, arguments, environment, workingDirectory, timeout, outputLimitBytes);
  }

  /**
   * The same command with another deadline.
   *
   * @param timeout how long it may run, positive
   * @return the command
   */
  public CommandLine withTimeout(Duration timeout) {
    return new CommandLine(
        executable, arguments, environment, workingDirectory, timeout, outputLimitBytes);
  }

  /**
   * The same command with another cap on its output.
   *
   * @param outputLimitBytes how many bytes of each stream are kept
   * @return the command
   */
  public CommandLine withOutputLimit(int outputLimitBytes) {
    return new CommandLine(
        executable, arguments, environment, workingDirectory, timeout, outputLimitBytes);
  }

  /**
   * The program and its arguments in one list, as a process sees them.
   *
   * @return the path of the program, then the arguments
   */
  public List<String> argv() {
    List<String> argv = new ArrayList<>(arguments.size() + 1);
    argv.add(executable.toString());
    argv.addAll(arguments);
    return List.copyOf(argv);
  }

  private static void requireAbsolute(String what, Path path) {
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException(
          "The %s of a command must be an absolute path, not \"%s\".".formatted(what, path));
    }
  }

  private static void requireNoNul(String what, String text) {
    int nul = Objects.requireNonNull(text).indexOf('\0');
    if (nul >= 0) {
      throw new IllegalArgumentException(
          "The %s \"%s\" of a command holds a NUL at position %d; the operating system would end it there."
              .formatted(what, text.replace("\0", "\\0"), nul + 1));
    }
  }

  private static void requireVariable(String name, String value) {
    if (name.isEmpty() || name.indexOf('=') >= 0) {
      throw new IllegalArgumentException(
          "\"%s\" cannot be the name of an environment variable.".formatted(name));
    }
    requireNoNul("environment variable", name);
    requireNoNul("environment variable", value);
  }
}
