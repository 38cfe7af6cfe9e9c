package io.github.kextmanager.cli.answer;

import io.github.kextmanager.parse.KextTable;
import io.github.kextmanager.parse.KextTableReader;
import io.github.kextmanager.parse.UnreadableTableException;
import java.io.IOException;
import java.io.Reader;

/** A table of loaded kexts that a command is given, as a tool printed it or somebody pasted it. */
public final class PastedTable {
  /** Some hundred times the longest that was seen, and its rows fit into a small heap. */
  static final int MAXIMUM_LENGTH = 1 << 24;

  private PastedTable() {}

  /**
   * Reads it.
   *
   * @throws IOException if the source cannot be read to its end, or is too long
   */
  public static KextTable read(Source source, Console console) throws IOException {
    try (Reader text = new LimitedReader(source.open(console), MAXIMUM_LENGTH)) {
      return KextTableReader.lenient().read(text);
    } catch (UnreadableTableException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new IOException(e.getMessage(), e);
    }
  }
}
