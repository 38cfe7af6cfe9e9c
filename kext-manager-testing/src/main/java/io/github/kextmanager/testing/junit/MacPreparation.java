package io.github.kextmanager.testing.junit;

import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.SimulatedMacBuilder;

/**
 * Prepares the Mac of a test, beyond what annotations can say. Both methods do nothing unless they
 * are overridden; exceptions fail the test.
 *
 * @since 0.1.0
 */
public interface MacPreparation {

  /**
   * Says more of what the Mac is like, after the annotations have.
   *
   * @param builder the Mac to be
   */
  default void describe(SimulatedMacBuilder builder) {}

  /**
   * Changes the Mac before the test begins, after the kexts of the annotations were installed.
   *
   * @param mac the Mac
   */
  default void prepare(SimulatedMac mac) {}
}
