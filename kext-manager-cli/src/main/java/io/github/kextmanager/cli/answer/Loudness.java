package io.github.kextmanager.cli.answer;

/** How much is said on standard error beside the answer. */
public enum Loudness {
  /** Mistakes and failures alone. */
  QUIET,
  /** What a person wants to know. */
  NORMAL,
  /** Each command that was run as well, and the stack trace of a fault of ours. */
  VERBOSE
}
