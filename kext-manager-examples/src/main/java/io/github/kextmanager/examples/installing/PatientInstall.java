package io.github.kextmanager.examples.installing;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.WaitEvent;
import io.github.kextmanager.lifecycle.Waiting;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** An installer that waits for the person at the Mac, and comes back to it after a restart. */
public final class PatientInstall {
  private final KextManager manager;
  private final PrintStream log;

  /**
   * Creates the installer.
   *
   * @param manager reaches the Mac, and has a journal
   * @param log where it says what happens
   */
  public PatientInstall(KextManager manager, PrintStream log) {
    this.manager = manager;
    this.log = log;
  }

  /**
   * Loads a driver, and waits for its approval as long as the button for it is there.
   *
   * @param bundle its path
   * @return whether it is loaded now
   */
  public boolean install(Path bundle) {
    Waiting waiting = Waiting.upTo(Duration.ofMinutes(30)).telling(this::tell);
    return manager.awaitApproval(LoadRequest.of(bundle), waiting).get(0).isLoaded();
  }

  private void tell(WaitEvent event) {
    if (event instanceof WaitEvent.Asked) {
      log.println("Please allow the driver in the settings for privacy and security.");
    }
  }

  /** Says what became of what was owed; to be called when the program starts again. */
  public void catchUp() {
    for (OwedKext owed : manager.remembered().owed()) {
      switch (owed.standing()) {
        case DONE -> log.println(owed.identifier() + " is loaded now.");
        case DID_NOT_TAKE -> log.println("The restart did not bring " + owed.identifier() + ".");
        case TRY_AGAIN -> log.println(owed.identifier() + " can be loaded now: load it again.");
        case NOT_ON_DISK -> log.println("Somebody removed or replaced " + owed.identifier() + ".");
        case STILL_OWED -> log.println(owed.identifier() + " still waits for: " + owed.until());
      }
    }
  }
}
