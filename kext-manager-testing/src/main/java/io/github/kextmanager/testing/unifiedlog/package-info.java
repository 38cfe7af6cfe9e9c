/**
 * The unified log (macOS 10.12 and later) as {@code log(1)} shows it: what is asked for, and the
 * styles of the answer.
 */
package io.github.kextmanager.testing.unifiedlog;
