package io.github.kextmanager.testing.offline;

/** What an option of kextutil without a value asks for. */
enum KextutilFlag {
  /** {@code -l}. */
  LOAD_ONLY,
  /** {@code -m}. */
  MATCH_ONLY,
  /** {@code -n}, or what implies it. */
  NO_LOAD,
  /** {@code -e}. */
  NO_SYSTEM_EXTENSIONS,
  /** {@code -i}. */
  INTERACTIVE,
  /** {@code -I}. */
  INTERACTIVE_ALL,
  /** {@code -A}. */
  USE_LOAD_ADDRESSES,
  /** {@code -t}. */
  PRINT_DIAGNOSTICS,
  /** {@code -x}. */
  SAFE_BOOT,
  /** {@code -z}. */
  NO_AUTHENTICATION,
  /** {@code -Z}. */
  NO_RESOLVE_DEPENDENCIES,
  /** {@code -q} or {@code -v}. */
  LOG_CHANGED
}
