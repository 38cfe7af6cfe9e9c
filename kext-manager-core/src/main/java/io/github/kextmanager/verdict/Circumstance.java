package io.github.kextmanager.verdict;

/** When somebody asks what helps: before an attempt, or after one. */
public enum Circumstance {
  /** Nobody is known to have asked macOS for a load yet. */
  NOT_TRIED,
  /** Somebody has asked, and macOS has refused or put off. */
  REFUSED
}
