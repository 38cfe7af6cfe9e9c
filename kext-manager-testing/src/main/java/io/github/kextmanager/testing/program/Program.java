package io.github.kextmanager.testing.program;

/** A program of the Mac. */
@FunctionalInterface
public interface Program {
  /**
   * Runs to its end.
   *
   * @param invocation how it was called, and where it writes
   * @return its exit status
   */
  int run(Invocation invocation);
}
