/** Writes bundles: property lists, executables, signatures. */
package io.github.kextmanager.testing.bundle;
