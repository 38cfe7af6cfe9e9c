/** The words of a command line: what a verb is, and the options that every verb knows. */
package io.github.kextmanager.cli.grammar;
