package io.github.kextmanager.testing.offline;

/** The real tool crashes here. */
final class ToolDiedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ToolDiedException() {
    super("The real tool crashes here.");
  }
}
