package io.github.kextmanager.classify;

/** How much a wording explains, from the weakest to the strongest. */
enum Weight {
  /** It names something and says nothing. */
  DETAIL,
  /** Alone, it is all there is to go by. */
  HINT,
  /** It sounds bad, and says itself that it is permitted. */
  ALLOWED,
  /** It answers a question about a state. */
  STATE,
  /** It says what is wrong with some bundle, which need not be the one that was asked for. */
  ASIDE,
  /** It says that the change was made. */
  DONE,
  /** A symptom: something else explains it. */
  VAGUE,
  /** It says how the change came out. */
  RESULT,
  /** It says what is wrong. */
  CAUSE
}
