package io.github.kextmanager.operation;

import io.github.kextmanager.lifecycle.Waiting;
import java.time.Duration;

/**
 * How much longer somebody waits. Time is counted by a clock that does not jump, and of the pauses
 * at least as long as each was to be: a pause of a test may take no time at all.
 *
 * <p>For one wait on one thread.
 */
final class Patience {
  private final Mac mac;
  private final Waiting waiting;
  private final Stopwatch whole;
  private Stopwatch sinceAsked;

  Patience(Mac mac, Waiting waiting) {
    this.mac = mac;
    this.waiting = waiting;
    this.whole = new Stopwatch(mac);
    this.sinceAsked = new Stopwatch(mac);
  }

  /** Returns false if the time is over, or the thread interrupted. */
  boolean pause() {
    Duration left = waiting.deadline().minus(elapsed());
    if (left.isZero() || left.isNegative() || Thread.currentThread().isInterrupted()) {
      return false;
    }
    Duration pause = left.compareTo(waiting.interval()) < 0 ? left : waiting.interval();
    try {
      mac.pause().pause(pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
    whole.add(pause);
    sinceAsked.add(pause);
    return true;
  }

  /** Whether there will be no other pause. */
  boolean isOver() {
    return elapsed().compareTo(waiting.deadline()) >= 0;
  }

  Duration elapsed() {
    return whole.elapsed();
  }

  void asked() {
    sinceAsked = new Stopwatch(mac);
  }

  /** How long ago macOS was asked, by the clock that says more: macOS may count while it sleeps. */
  Duration sinceAsked() {
    return sinceAsked.elapsedByAnyClock();
  }
}
