package io.github.kextmanager.host;

import io.github.kextmanager.model.KextException;
import io.github.kextmanager.plist.UnreadablePlistException;

/** A configuration profile could not be read. */
public final class UnreadableProfileException extends KextException {
  private static final long serialVersionUID = 1L;

  UnreadableProfileException(String problem) {
    super(problem);
  }

  UnreadableProfileException(UnreadablePlistException cause) {
    super("The profile is no property list. " + cause.getMessage(), cause);
  }
}
