package io.github.kextmanager.operation;

import io.github.kextmanager.command.Termination;
import io.github.kextmanager.lifecycle.Doubt;
import java.util.Optional;

/** What the end of a command leaves open about the change that it was to make. */
final class Ending {
  private Ending() {}

  /** The doubt about a command that did not end by itself. */
  static Optional<Doubt> doubt(Termination termination) {
    if (termination instanceof Termination.TimedOut) {
      return Optional.of(Doubt.TIMED_OUT);
    }
    return termination instanceof Termination.Signalled
        ? Optional.of(Doubt.KILLED)
        : Optional.empty();
  }
}
