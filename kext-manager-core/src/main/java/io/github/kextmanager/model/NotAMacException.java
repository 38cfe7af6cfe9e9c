package io.github.kextmanager.model;

/** This needs a Mac, and there is none: neither is this machine one, nor was another way given. */
public final class NotAMacException extends KextException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param operatingSystem the name of what this machine runs instead
   */
  public NotAMacException(String operatingSystem) {
    super(
        "Kernel extensions need macOS, and this machine runs %s. Give the builder a runner that reaches a Mac, or a simulated one."
            .formatted(operatingSystem));
  }
}
