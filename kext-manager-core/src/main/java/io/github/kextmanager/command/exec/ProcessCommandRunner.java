package io.github.kextmanager.command.exec;

import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.command.CommandRunner;
import io.github.kextmanager.command.KillReport;
import io.github.kextmanager.command.Termination;
import java.time.Duration;
import java.util.List;

/**
 * Starts a process for each command, and ends it and all that it started when its time is over.
 *
 * <p>Everything happens in the calling thread, which should be a platform thread: up to JDK 23 a
 * virtual one holds on to its carrier while it waits for a process. The time of a command begins
 * when its process has been started; the start itself is a system call that nothing in a JVM can
 * bound.
 *
 * <p>Safe for use by many threads: a run shares nothing with another.
 */
public final class ProcessCommandRunner implements CommandRunner {
  /** How long a process may take to end when it is asked to: 2 seconds. */
  public static final Duration DEFAULT_GRACE = Duration.ofSeconds(2);

  private final Duration grace;

  /** A runner that gives processes {@link #DEFAULT_GRACE} to end before it kills them. */
  public ProcessCommandRunner() {
    this(DEFAULT_GRACE);
  }

  /**
   * A runner with another grace.
   *
   * @param grace how long a process may take to end when it is asked to, before it is killed
   */
  public ProcessCommandRunner(Duration grace) {
    this.grace = grace;
  }

  @Override
  public CommandResult run(CommandLine command) {
    if (Thread.currentThread().isInterrupted()) {
      KillReport nothing = new KillReport(KillReport.Outcome.NOT_STARTED, List.of());
      throw new CommandInterruptedException(command, nothing);
    }
    Process process = Launcher.start(command);
    Deadline deadline = Deadline.in(command.timeout());
    try (ProcessOutput output = new ProcessOutput(process, command.outputLimitBytes())) {
      Termination termination = await(process, output, deadline, command);
      output.readAvailable();
      return new CommandResult(
          command, termination, output.stdout(), output.stderr(), deadline.elapsed());
    }
  }

  private Termination await(
      Process process, ProcessOutput output, Deadline deadline, CommandLine command) {
    try {
      if (new ExitWait(process, output).endsBefore(deadline)) {
        return ExitValue.termination(process.exitValue());
      }
      return new Termination.TimedOut(
          command.timeout(), new ProcessTree(process, output).end(grace));
    } catch (InterruptedException e) {
      KillReport kill = new ProcessTree(process, output).end(grace);
      Thread.currentThread().interrupt();
      throw new CommandInterruptedException(command, kill);
    }
  }
}
