package io.github.kextmanager.macho;

/** Whether what a special slot of a code directory covers is what was signed. */
public enum SlotCheck {
  /** The hash is right. */
  MATCH,
  /** The hash is another: it changed after it was signed. */
  MISMATCH,
  /** There is a hash, but the caller did not give the file. */
  NOT_GIVEN,
  /** There is a hash, but what it covers is not in the signature. */
  MISSING,
  /** It is there, but no hash covers it: it may have been added after the signing. */
  NOT_COVERED
}
