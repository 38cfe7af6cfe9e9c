package io.github.kextmanager.macho;

/**
 * Something in a file that cannot be right. What it speaks of was not followed.
 *
 * @param kind which rule is broken
 * @param explanation a sentence with the numbers
 */
public record Flaw(Kind kind, String explanation) {
  /** The rules. */
  public enum Kind {
    /** Two slices of a fat file share bytes. */
    SLICES_OVERLAP,
    /** A slice of a fat file lies over the table that lists it. */
    SLICE_OVER_TABLE,
    /** A slice is for another processor than the table of the fat file says. */
    OTHER_CPU,
    /** A fat file lists the same processor twice. */
    SAME_CPU_TWICE,
    /** The header or the load commands end after the slice, or are more than is ever read. */
    COMMANDS_CUT,
    /** A load command has an impossible size. */
    BAD_COMMAND,
    /** A load command that may stand once stands twice; the first one counts. */
    COMMAND_TWICE,
    /** The symbols or their names end after the slice. */
    SYMBOLS_CUT,
    /** The code signature ends after the slice, or lies over the load commands. */
    SIGNATURE_MISPLACED,
    /** A part of the code signature is cut off, in the wrong place, twice there or of no use. */
    BAD_SIGNATURE_PART,
    /** Bytes of the code before the signature are covered by no hash. */
    CODE_NOT_COVERED
  }
}
