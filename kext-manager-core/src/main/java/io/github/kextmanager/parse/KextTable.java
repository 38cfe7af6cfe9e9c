package io.github.kextmanager.parse;

import io.github.kextmanager.model.KextSnapshot;
import java.time.Instant;
import java.util.List;

/**
 * What a text says about loaded kexts: the rows of a table, and an account of every other line.
 *
 * @param rows the rows in the order of the text; several tables in one text are read as one
 * @param lines how many physical lines the text has; the empty piece behind the last line end is
 *     not one
 * @param ignoredLines how many of them belong to no row
 * @param unrecognisedLines how many of the ignored lines are not known to say nothing, as headers,
 *     prompts, code fences and blank lines are
 * @param unrecognised these lines in order; of more than {@value #MAXIMUM_UNRECOGNISED} the first
 */
public record KextTable(
    List<KextTableRow> rows,
    int lines,
    int ignoredLines,
    int unrecognisedLines,
    List<UnrecognisedLine> unrecognised) {
  /** How many unrecognised lines are kept, so that a huge text that is no table does no harm. */
  public static final int MAXIMUM_UNRECOGNISED = 10_000;

  /** Takes unmodifiable copies of the lists. */
  public KextTable {
    rows = List.copyOf(rows);
    unrecognised = List.copyOf(unrecognised);
  }

  /**
   * The loaded kexts of the table.
   *
   * @param takenAt when the table was printed
   * @return a snapshot with a kext for each row, in the order of the rows
   */
  public KextSnapshot toSnapshot(Instant takenAt) {
    return new KextSnapshot(takenAt, rows.stream().map(KextTableRow::toLoadedKext).toList());
  }
}
