/** What leaves {@code kextm}: its exit status, its JSON, its tables and sentences. */
package io.github.kextmanager.cli.answer;
