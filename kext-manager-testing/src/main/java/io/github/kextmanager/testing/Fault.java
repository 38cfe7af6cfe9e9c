package io.github.kextmanager.testing;

/**
 * Something that goes wrong with one command on a simulated Mac, beyond what the command itself has
 * to say.
 *
 * @since 0.1.0
 */
public sealed interface Fault {

  /** Whether the command has done its work when the fault strikes. */
  enum Work {
    /** Nothing was done. */
    UNDONE,
    /** Everything was done; only the answer is lost. */
    DONE
  }

  /**
   * The command runs into its deadline and is killed. Nobody really waits.
   *
   * @param work whether it has done its work by then
   */
  record Hang(Work work) implements Fault {}

  /**
   * The command is ended by a signal, and says nothing.
   *
   * @param signal the number of the signal
   * @param work whether it has done its work by then
   */
  record Killed(int signal, Work work) implements Fault {}

  /**
   * The command does nothing, says nothing and ends by itself.
   *
   * @param status its exit status; 0 claims success
   */
  record SilentExit(int status) implements Fault {}

  /**
   * The command does its work, but only the beginning of its standard output arrives.
   *
   * @param bytes how much arrives
   */
  record TruncatedOutput(int bytes) implements Fault {}
}
