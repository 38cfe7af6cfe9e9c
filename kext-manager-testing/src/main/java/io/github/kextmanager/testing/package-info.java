/** Command runners that stand in for a Mac. */
package io.github.kextmanager.testing;
