/**
 * The tools of macOS, one small class each: how it is asked, and how its answer is read.
 *
 * <p>No other package builds a command line.
 */
package io.github.kextmanager.tool;
