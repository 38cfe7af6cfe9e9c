package io.github.kextmanager.command;

/**
 * The calling thread was interrupted before the command was started or while it ran. Its interrupt
 * flag is set again, and the command was stopped as {@link #kill} says; what it had already done is
 * not undone.
 */
public final class CommandInterruptedException extends CommandException {
  private static final long serialVersionUID = 1L;

  private final transient KillReport kill;

  /**
   * Creates an exception.
   *
   * @param command the command that ran, or was to run
   * @param kill what became of its processes
   */
  public CommandInterruptedException(CommandLine command, KillReport kill) {
    super(
        command,
        "Interrupted while running %s: %s".formatted(command.executable(), kill.sentence()));
    this.kill = kill;
  }

  /**
   * What became of the processes of the command.
   *
   * @return the report
   */
  public KillReport kill() {
    return kill;
  }
}
