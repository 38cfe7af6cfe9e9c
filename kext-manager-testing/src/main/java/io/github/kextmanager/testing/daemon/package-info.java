/** The daemons of the simulated Mac, which decide whether a kext that was asked for is loaded. */
package io.github.kextmanager.testing.daemon;
