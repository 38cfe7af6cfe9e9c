/**
 * Gives JUnit 5 tests a simulated Mac: {@link io.github.kextmanager.testing.junit.OnMac} for one,
 * {@link io.github.kextmanager.testing.junit.OnMacs} for the same test on several releases.
 *
 * <p>Needs {@code org.junit.jupiter:junit-jupiter-api} 5.13 or later, which this library does not
 * bring along.
 */
package io.github.kextmanager.testing.junit;
