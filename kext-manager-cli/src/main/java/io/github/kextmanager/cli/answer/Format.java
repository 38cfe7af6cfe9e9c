package io.github.kextmanager.cli.answer;

/** How an answer is written. */
public enum Format {
  /** For people. */
  TEXT,
  /** For scripts: one object a line. */
  JSON
}
