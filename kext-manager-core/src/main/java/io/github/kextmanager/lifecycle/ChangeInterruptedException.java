package io.github.kextmanager.lifecycle;

import io.github.kextmanager.model.KextException;

/**
 * The calling thread was interrupted while it waited for its turn, or for another program that
 * writes the same journal, before anything was changed. Its interrupt flag is set again.
 */
public final class ChangeInterruptedException extends KextException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public ChangeInterruptedException() {
    super("Interrupted while waiting for another change to finish; nothing was changed.");
  }
}
