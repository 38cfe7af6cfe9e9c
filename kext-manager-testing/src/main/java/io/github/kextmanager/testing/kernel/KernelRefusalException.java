package io.github.kextmanager.testing.kernel;

import io.github.kextmanager.verdict.OsReturn;

/** The kernel did not answer a request for information. */
public final class KernelRefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient OsReturn result;

  /**
   * Creates an exception.
   *
   * @param result what the kernel said instead
   */
  public KernelRefusalException(OsReturn result) {
    super("The simulated kernel refused to tell what is loaded: " + result);
    this.result = result;
  }

  /**
   * What the kernel said instead.
   *
   * @return the code
   */
  public OsReturn result() {
    return result;
  }
}
