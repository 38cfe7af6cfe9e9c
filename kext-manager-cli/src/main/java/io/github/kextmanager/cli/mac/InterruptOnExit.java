package io.github.kextmanager.cli.mac;

import java.time.Duration;

/**
 * Interrupts a thread when the JVM is told to end, as by Ctrl-C, and lets it tidy up: the command
 * that it runs is stopped, and what lives on is said.
 */
public final class InterruptOnExit implements AutoCloseable {
  /** More than the runner needs to stop a tree of processes that does not want to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Thread hook;

  private InterruptOnExit(Thread hook) {
    this.hook = hook;
  }

  /** Interrupts the calling thread. To be closed when there is nothing to tidy up any more. */
  public static InterruptOnExit ofThisThread() {
    Thread worker = Thread.currentThread();
    Thread hook = new Thread(() -> interrupt(worker), "kextm-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    return new InterruptOnExit(hook);
  }

  private static void interrupt(Thread worker) {
    worker.interrupt();
    try {
      worker.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already, and the hook is at work.
    }
  }
}
