package io.github.kextmanager.classify;

import io.github.kextmanager.model.ReleaseRange;

/**
 * Who says a wording, and in which releases.
 *
 * @param speaker a tool, the kernel, a daemon, a shell, people
 * @param releases the releases, as the table has them: {@code 10.6-10.15}, {@code 11-}, {@code *}
 */
record Origin(String speaker, String releases) {
  /** Reads a column of the table. */
  static Origin of(String column) {
    int blank = column.indexOf(' ');
    return new Origin(column.substring(0, blank), column.substring(blank + 1));
  }

  ReleaseRange range() {
    return ReleaseRange.of(releases);
  }
}
