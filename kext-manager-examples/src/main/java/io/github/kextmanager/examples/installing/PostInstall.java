package io.github.kextmanager.examples.installing;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.verdict.Evidence;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The last step of an installer that has just put a new version of a driver in place: out with the
 * old, in with the new, and an exit status for the script around it.
 */
public final class PostInstall {
  private final KextManager manager;
  private final PrintStream log;

  /**
   * Creates the step.
   *
   * @param manager reaches the Mac
   * @param log where it says what it did
   */
  public PostInstall(KextManager manager, PrintStream log) {
    this.manager = manager;
    this.log = log;
  }

  /**
   * Puts the driver that lies on disk into the kernel.
   *
   * @param bundle its path
   * @return 0 if it runs, 27 if it must be approved, 28 if the Mac must restart, 1 if it does not
   *     run
   */
  public int activate(Path bundle) {
    ReloadOutcome outcome = manager.reload(bundle);
    int status = outcome.loaded().map(this::status).orElseGet(() -> oldDriverStays(outcome));
    for (CommandRecord command : manager.audit()) {
      log.println("ran as root: " + String.join(" ", command.argv()));
    }
    return status;
  }

  private int status(LoadOutcome outcome) {
    if (outcome.isLoaded()) {
      log.println(outcome.identifier() + " is loaded.");
      return 0;
    }
    if (outcome instanceof LoadOutcome.Deferred deferred) {
      log.println(outcome.identifier() + " waits for: " + deferred.until());
      return deferred.until() == LoadOutcome.Deferral.APPROVAL ? 27 : 28;
    }
    log.println(outcome.identifier() + " is not loaded: " + outcome.report().verdict().category());
    for (Evidence line : outcome.report().verdict().evidence()) {
      log.println("  " + line.text());
    }
    return 1;
  }

  /** The new driver is on disk, so a restart will bring it in. */
  private int oldDriverStays(ReloadOutcome outcome) {
    log.println(
        outcome.unloaded().identifier()
            + " cannot be unloaded: "
            + outcome.unloaded().report().verdict().category());
    return 28;
  }
}
