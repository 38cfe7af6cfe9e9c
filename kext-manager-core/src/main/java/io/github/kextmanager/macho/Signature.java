package io.github.kextmanager.macho;

/**
 * What there is of a code signature. Whether it is genuine is not among the answers: see {@link
 * CodeSignature}.
 */
public sealed interface Signature {
  /** There is none. */
  record Unsigned() implements Signature {}

  /**
   * There is something, but not a signature that can be read: it is cut off, or lies about itself.
   *
   * @param explanation what is wrong
   */
  record Unusable(String explanation) implements Signature {}

  /**
   * It was read, and says this.
   *
   * @param content what it says
   */
  record Read(CodeSignature content) implements Signature {}
}
