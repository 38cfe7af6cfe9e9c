/** The command {@code kextm}: its grammar, its verbs, and how it prints. */
package io.github.kextmanager.cli;
