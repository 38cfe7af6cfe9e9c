package io.github.kextmanager.parse;

import java.io.Reader;
import java.io.StringReader;
import java.util.function.Function;

/**
 * Reads the tables of {@code kextstat} (10.4 to 10.15, and as a shim from 11) and {@code kmutil
 * showloaded}.
 *
 * <p>{@link #strict()} is for what our own command printed: every line must be a row, the header,
 * blank, or one of the two notes that the tools of macOS 11 and later print before the table; the
 * last line must be ended. Anything else is an error, so that a snapshot never lacks a kext.
 *
 * <p>{@link #lenient()} is for what people paste: indented, quoted, wrapped, with prompts and prose
 * in between. It never fails over the text; what it cannot make sense of is in {@link
 * KextTable#unrecognised()}.
 *
 * <p>Both take a number that does not fit its type (an index of {@code 99999999999}) for a sign
 * that the line is not a row, and both refuse a line of more than {@value #MAXIMUM_LINE_LENGTH}
 * characters. The text is read line by line and in linear time; memory is needed for the rows only.
 *
 * <p>Instances are immutable and may be shared.
 */
public final class KextTableReader {
  /** The longest line that is looked at, in characters; the longest row seen has some 400. */
  public static final int MAXIMUM_LINE_LENGTH = 1 << 16;

  private static final KextTableReader STRICT =
      new KextTableReader(
          text -> new StrictReading(new PhysicalLines(text, LineEnds.PRINTED)).table());

  private static final KextTableReader LENIENT =
      new KextTableReader(
          text -> new LenientReading(new PhysicalLines(text, LineEnds.PASTED)).table());

  private final Function<Reader, KextTable> reading;

  private KextTableReader(Function<Reader, KextTable> reading) {
    this.reading = reading;
  }

  /**
   * The reader for what a tool printed.
   *
   * @return the reader
   */
  public static KextTableReader strict() {
    return STRICT;
  }

  /**
   * The reader for what somebody pasted.
   *
   * @return the reader
   */
  public static KextTableReader lenient() {
    return LENIENT;
  }

  /**
   * Reads a table.
   *
   * @param text the text
   * @return the table
   * @throws UnreadableTableException if this reader is strict and a line is not what it should be
   */
  public KextTable read(CharSequence text) {
    return read(new StringReader(text.toString()));
  }

  /**
   * Reads a table line by line, to the end of the input, and leaves the input open.
   *
   * @param text where the text comes from
   * @return the table
   * @throws UnreadableTableException if this reader is strict and a line is not what it should be,
   *     or if the input cannot be read
   */
  public KextTable read(Reader text) {
    return reading.apply(text);
  }
}
