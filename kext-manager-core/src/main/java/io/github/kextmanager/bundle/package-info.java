/**
 * Bundles of kexts on disk: where they are, and what they say of themselves.
 *
 * <p>All files are read below a root, as if it were the root of the Mac. Nothing here judges a
 * bundle; it is read, or it is said why it cannot be.
 */
package io.github.kextmanager.bundle;
