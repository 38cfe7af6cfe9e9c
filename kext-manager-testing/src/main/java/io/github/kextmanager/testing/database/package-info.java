/**
 * SQLite databases of the Mac as {@code sqlite3} shows them: by the real program where the machine
 * has it, else by a small one for plain queries.
 */
package io.github.kextmanager.testing.database;
