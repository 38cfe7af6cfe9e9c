package io.github.kextmanager.command;

/** The program could not be started: missing, not executable, or its working directory is gone. */
public final class CommandNotStartedException extends CommandException {
  private static final long serialVersionUID = 1L;

  /** Why it could not start. */
  private final String reason;

  /**
   * Creates an exception.
   *
   * @param command the command that was to run
   * @param reason why it could not start, such as "No such file or directory"
   */
  public CommandNotStartedException(CommandLine command, String reason) {
    super(command, "Cannot start %s: %s.".formatted(command.executable(), reason));
    this.reason = reason;
  }

  /**
   * Creates an exception with a cause.
   *
   * @param command the command that was to run
   * @param reason why it could not start, such as "No such file or directory"
   * @param cause what the operating system said
   */
  public CommandNotStartedException(CommandLine command, String reason, Throwable cause) {
    super(command, "Cannot start %s: %s.".formatted(command.executable(), reason), cause);
    this.reason = reason;
  }

  /**
   * Why it could not start.
   *
   * @return a clause without a full stop
   */
  public String reason() {
    return reason;
  }
}
