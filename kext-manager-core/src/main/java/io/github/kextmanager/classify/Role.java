package io.github.kextmanager.classify;

/** What part a wording has in a text, beside what it means. */
enum Role {
  /** None. */
  NONE,
  /** It is about the kext that was asked for. */
  ASKED,
  /** It is about a bundle that cannot be copied to the protected place. */
  COPY,
  /** It rejects the kext alone that is to be loaded, and no bystander. */
  REJECTION,
  /** It is the row of a loaded kext. */
  PRESENCE,
  /** It says that the Mac was restarted. */
  RESTART,
  /** It is the number of a result code. */
  NUMBER
}
