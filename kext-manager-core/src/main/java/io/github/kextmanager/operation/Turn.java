package io.github.kextmanager.operation;

import io.github.kextmanager.lifecycle.ChangeInterruptedException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one change through at a time, in the order in which they came. */
public final class Turn {
  private final ReentrantLock lock = new ReentrantLock(true);

  /** Creates a turn that nobody has. */
  public Turn() {}

  /**
   * Waits for the turn, makes a change, and gives the turn on.
   *
   * @param <T> what the change comes to
   * @param change the change
   * @return what it came to
   * @throws ChangeInterruptedException if the calling thread is interrupted while it waits
   * @throws IllegalStateException if the calling thread has the turn already
   */
  public <T> T take(Supplier<T> change) {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("A change cannot be made in the middle of another.");
    }
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ChangeInterruptedException();
    }
    try {
      return change.get();
    } finally {
      lock.unlock();
    }
  }
}
