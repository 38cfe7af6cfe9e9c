/** The verbs of {@code kextm}, one class each. */
package io.github.kextmanager.cli.verb;
