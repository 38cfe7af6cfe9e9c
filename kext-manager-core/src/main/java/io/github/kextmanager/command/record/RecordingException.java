package io.github.kextmanager.command.record;

import io.github.kextmanager.model.KextException;

/** The file of a recording could not be made, written or read. */
public final class RecordingException extends KextException {
  private static final long serialVersionUID = 1L;

  RecordingException(String message, Throwable cause) {
    super(message, cause);
  }
}
