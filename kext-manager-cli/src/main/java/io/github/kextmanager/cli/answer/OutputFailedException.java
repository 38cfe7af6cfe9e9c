package io.github.kextmanager.cli.answer;

import java.io.IOException;

/** Standard output does not take any more. */
public final class OutputFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean readerGone;

  OutputFailedException(IOException cause) {
    super("Standard output cannot be written: " + cause.getMessage(), cause);
    this.readerGone = String.valueOf(cause.getMessage()).contains("Broken pipe");
  }

  /** Whether whoever reads has gone, as {@code head} does when it has seen enough. */
  public boolean isReaderGone() {
    return readerGone;
  }
}
