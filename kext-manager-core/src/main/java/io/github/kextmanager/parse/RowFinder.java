package io.github.kextmanager.parse;

import io.github.kextmanager.parse.LooseRow.Extent;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the rows in a line that holds something else, too: a password prompt, a sign of quotation,
 * a line number or the time in front, a remark behind, or a second row.
 */
final class RowFinder {
  /** How far from the left a row is looked for. */
  private static final int LONGEST_PREFIX = 200;

  private final int line;
  private final String text;
  private final ArchitectureColumn column;

  private RowFinder(int line, String text, ArchitectureColumn column) {
    this.line = line;
    this.text = text;
    this.column = column;
  }

  /** The rows, in order; of the last one the line may hold the beginning only. */
  static List<LooseRow> find(int line, String text, ArchitectureColumn column) {
    return new RowFinder(line, text, column).find();
  }

  private List<LooseRow> find() {
    List<LooseRow> rows = new ArrayList<>();
    LooseRow row = next(0);
    if (row.extent() == Extent.NONE) {
      row = atTheBeginning();
    }
    while (row.extent() != Extent.NONE) {
      rows.add(row);
      row = next(row.end());
    }
    return rows;
  }

  private LooseRow next(int from) {
    int limit = Math.min(text.length(), from + LONGEST_PREFIX);
    int start = from;
    while (start < limit) {
      Columns columns = mayBegin(start) ? Columns.read(text, start) : null;
      if (columns == null) {
        start++;
        continue;
      }
      LooseRow found = at(start);
      if (found.row() != null) {
        return found;
      }
      start = columns.areTooMany(text) ? start + 1 : columns.end();
    }
    return LooseRow.none(from);
  }

  private LooseRow at(int start) {
    KextTableRow row = PlainRow.read(line, text.substring(start), column);
    return row == null
        ? LooseRow.read(line, text, start, column)
        : LooseRow.whole(text, start, row);
  }

  /** A row that lacks its first columns or its end counts only if no word is in front of it. */
  private LooseRow atTheBeginning() {
    int start = 0;
    while (start < text.length() && !mayBegin(start)) {
      if (Character.isLetterOrDigit(text.charAt(start))) {
        return LooseRow.none(start);
      }
      start++;
    }
    return LooseRow.read(line, text, start, column);
  }

  private boolean mayBegin(int start) {
    char c = text.charAt(start);
    if (c != '?' && c != '-' && (c < '0' || c > '9')) {
      return false;
    }
    if (start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    return before == ':'
        ? text.indexOf(':') == start - 1
        : !Character.isLetterOrDigit(before) && "._-?".indexOf(before) < 0;
  }
}
