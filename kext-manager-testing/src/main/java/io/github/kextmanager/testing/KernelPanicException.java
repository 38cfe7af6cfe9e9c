package io.github.kextmanager.testing;

/** The simulated kernel panics: nothing that is running goes on. */
final class KernelPanicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String process;

  /** {@code process} is the one on whose behalf the kernel did what it did. */
  KernelPanicException(String message, String process) {
    super(message, null, false, false);
    this.process = process;
  }

  String process() {
    return process;
  }
}
