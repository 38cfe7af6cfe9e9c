/**
 * What a simulated Mac on disk has for processes: an executable for each of its tools, and the way
 * into a namespace where it is the Mac. Knows how they are written, not what they do.
 */
package io.github.kextmanager.testing.toolchain;
