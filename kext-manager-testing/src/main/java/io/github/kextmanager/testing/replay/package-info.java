/**
 * Replaying recordings of real Macs: in the order in which they were made, or by looking up.
 *
 * <p>{@link io.github.kextmanager.testing.replay.ReplayingCommandRunner} is the way in.
 */
package io.github.kextmanager.testing.replay;
