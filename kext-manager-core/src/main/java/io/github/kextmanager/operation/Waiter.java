package io.github.kextmanager.operation;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.command.CommandInterruptedException;
import io.github.kextmanager.lifecycle.ChangeInterruptedException;
import io.github.kextmanager.lifecycle.KextStatus;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.WaitEvent;
import io.github.kextmanager.lifecycle.Waiting;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.List;

/**
 * Waits for what others must do. No change is held up meanwhile: only the attempts to load take
 * their turn.
 *
 * <p>Thread-safe.
 */
public final class Waiter {
  private final Mac mac;

  /**
   * Creates a waiter.
   *
   * @param mac where it waits
   */
  public Waiter(Mac mac) {
    this.mac = mac;
  }

  /**
   * Loads kexts, and loads them again when they were allowed, until none of them waits for an
   * approval.
   *
   * @param request the kexts
   * @param waiting how long, and whom to tell
   * @return the outcomes of the last attempt; if the thread is interrupted after the first, the
   *     last there were, and the flag is set again
   */
  public List<LoadOutcome> awaitApproval(LoadRequest request, Waiting waiting) {
    return new ApprovalWait(mac, request, waiting).end();
  }

  /**
   * Looks until a kext is loaded, whoever loads it and in whichever version, and asks for nothing.
   * A kext without code is never listed, so that nobody waits for it.
   *
   * @param identifier the kext
   * @param waiting how long, and whom to tell
   * @return what the last look showed; if the thread is interrupted after the first, the last there
   *     was, and the flag is set again
   */
  public KextStatus awaitLoaded(BundleIdentifier identifier, Waiting waiting) {
    Looker looker = new Looker(mac);
    Patience patience = new Patience(mac, waiting);
    KextStatus status = looker.status(identifier);
    try {
      while (status.loaded().isEmpty() && !isNeverListed(status) && patience.pause()) {
        status = looker.status(identifier);
        if (status.loaded().isEmpty()) {
          waiting.listener().accept(new WaitEvent.StillWaiting(patience.elapsed()));
        }
      }
    } catch (CommandInterruptedException | ChangeInterruptedException interrupted) {
      // The flag is set again, and what is known is told.
      return status;
    }
    return status;
  }

  /** The kernel lists no kext without code, however long anybody waits (xnu, OSKext::load). */
  private static boolean isNeverListed(KextStatus status) {
    return !status.onDisk().isEmpty() && status.onDisk().stream().allMatch(KextBundle::isCodeless);
  }
}
