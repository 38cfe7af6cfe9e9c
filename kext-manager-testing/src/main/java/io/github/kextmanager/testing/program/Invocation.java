package io.github.kextmanager.testing.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a program is called, and where it writes.
 *
 * @param program what it was called as: {@code argv[0]}
 * @param arguments its arguments
 * @param environment its environment
 * @param uid the effective user
 * @param workingDirectory an absolute path of the Mac
 * @param stdout its standard output
 * @param stderr its standard error
 */
public record Invocation(
    String program,
    List<String> arguments,
    Map<String, String> environment,
    int uid,
    Path workingDirectory,
    OutputStreamText stdout,
    OutputStreamText stderr) {
  /** Takes unmodifiable copies of the collections. */
  public Invocation {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * The last component of what it was called as, which most programs call themselves.
   *
   * @return the name
   */
  public String name() {
    return program.substring(program.lastIndexOf('/') + 1);
  }

  /**
   * Whether it runs as root.
   *
   * @return true if the effective user is 0
   */
  public boolean isRoot() {
    return uid == 0;
  }

  /**
   * A path argument as an absolute path: against the working directory, without {@code .}, {@code
   * ..} and trailing slash, links kept.
   *
   * @param argument the argument
   * @return an absolute path of the Mac
   */
  public Path absolute(String argument) {
    return workingDirectory.resolve(argument).normalize();
  }

  /**
   * The same with other arguments.
   *
   * @param words the arguments
   * @return the invocation
   */
  public Invocation with(List<String> words) {
    return new Invocation(program, words, environment, uid, workingDirectory, stdout, stderr);
  }

  /**
   * The same, called as another program.
   *
   * @param other what it is called as
   * @return the invocation
   */
  public Invocation as(String other) {
    return new Invocation(other, arguments, environment, uid, workingDirectory, stdout, stderr);
  }
}
