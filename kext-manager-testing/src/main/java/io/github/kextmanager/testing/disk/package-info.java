/**
 * The disk of the simulated Mac: a folder of the real machine, the bundles in it, and what the real
 * file system cannot hold for a user who is not root, such as owners.
 *
 * <p>Paths are those of the Mac, absolute, until {@link io.github.kextmanager.testing.disk.Disk}
 * turns one into a file. Property lists and Mach-O files are read by readers of this module's own:
 * the library that is tested with the simulated Mac has others, and the two must agree.
 */
package io.github.kextmanager.testing.disk;
