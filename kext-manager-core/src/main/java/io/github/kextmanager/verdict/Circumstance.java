package io.github.kextmanager.verdict;

/** When somebody asks what helps: before an attempt, or after one. */
public enum Circumstance {
  /** Nobody is known to have asked macOS for a load yet. */
  NOT_TRIED,
  /** Nobody has, and a library that it needs is there, but says of no version that it fits. */
  UNDECLARED_LIBRARY,
  /** Somebody has asked, and macOS has refused or put off. */
  REFUSED
}
