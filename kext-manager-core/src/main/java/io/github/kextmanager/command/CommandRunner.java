package io.github.kextmanager.command;

/**
 * Runs one command and waits for it. The only way in which the library reaches the operating
 * system.
 *
 * <p>The real one starts a process; others answer from a script, a recording or a simulated Mac.
 * Policies such as logging are runners around another runner.
 *
 * <p>An implementation must be thread-safe, must not block beyond the deadline of the command plus
 * its own bounded grace, and must give the command no standard input, an environment that is
 * exactly the one of the command line, and its working directory.
 */
@FunctionalInterface
public interface CommandRunner {
  /**
   * Runs a command to its end.
   *
   * @param command what to run
   * @return how it ended and what it wrote, whatever its exit status
   * @throws CommandNotStartedException if the program could not be started
   * @throws CommandInterruptedException if the calling thread was or is interrupted; the flag is
   *     set again
   */
  CommandResult run(CommandLine command);
}
