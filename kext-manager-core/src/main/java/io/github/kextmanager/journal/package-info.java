/**
 * What must outlive a crash, a kernel panic or a restart: what is owed to whom, and what was under
 * way. A file of lines, each on the disk before the next step is taken.
 */
package io.github.kextmanager.journal;
