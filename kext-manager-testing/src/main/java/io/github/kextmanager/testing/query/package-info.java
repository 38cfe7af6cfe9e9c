/**
 * Queries in the words of a command line, as kextfind reads them: predicates bound by and, or, not
 * and parentheses. Knows nothing of kexts.
 *
 * <p>It accepts and refuses what the engine of kext_tools does (QEQuery.c), with its oddities.
 */
package io.github.kextmanager.testing.query;
