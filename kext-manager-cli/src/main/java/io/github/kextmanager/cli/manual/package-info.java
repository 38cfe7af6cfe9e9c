/** The manual and the completions, written when the distribution is built. */
package io.github.kextmanager.cli.manual;
