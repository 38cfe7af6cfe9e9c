package io.github.kextmanager.command;

/**
 * The root of what can go wrong in asking: a command that did not start, or was interrupted. A
 * command that ran and failed is a {@link CommandResult}.
 */
public abstract class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient CommandLine command;

  CommandException(CommandLine command, String message) {
    super(message);
    this.command = command;
  }

  CommandException(CommandLine command, String message, Throwable cause) {
    super(message, cause);
    this.command = command;
  }

  /**
   * The command that was asked for.
   *
   * @return the command
   */
  public CommandLine command() {
    return command;
  }
}
