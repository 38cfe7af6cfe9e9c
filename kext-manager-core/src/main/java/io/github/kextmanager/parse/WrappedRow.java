package io.github.kextmanager.parse;

import io.github.kextmanager.parse.LooseRow.Extent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row, or the beginning of one, that the next lines may continue: a terminal breaks rows at its
 * width, in the middle of a word; a mail program at a blank, which is lost; an editor indents the
 * rest.
 */
final class WrappedRow {
  private static final int MAXIMUM_LINES = 64;
  private static final int MAXIMUM_LENGTH = 1 << 12;

  private final Line first;
  private final String prefix;
  private final List<Line> continuation = new ArrayList<>(0);

  /** All the lines put together. */
  private String text;

  /** What the first line and some of the continuation are known to be. */
  private @Nullable KextTableRow row;

  /** How many lines of the continuation belong to the row. */
  private int used;

  /**
   * Begins a row.
   *
   * @param reading what the first line is read as
   * @param begun where in it the row is
   */
  WrappedRow(Line first, String reading, LooseRow begun) {
    this.first = first;
    this.prefix = reading.substring(0, begun.start());
    this.text = begun.start() == 0 ? reading : reading.substring(begun.start());
    this.row = begun.row();
  }

  /**
   * Takes a line if it continues this row.
   *
   * @param plain the line without what cannot be seen
   * @param width the width of the table
   */
  boolean absorb(Line line, String plain, TableWidth width, ArchitectureColumn column) {
    String piece = withoutPrefix(plain);
    if (continuation.size() == MAXIMUM_LINES || text.length() + piece.length() > MAXIMUM_LENGTH) {
      return false;
    }
    for (String joined : joined(piece, !width.mayBreakWords(lastLength()))) {
      LooseRow found = LooseRow.read(first.number(), joined, 0, column);
      if (found.extent() != Extent.NONE && found.endsWith(joined) && found.isPlausible()) {
        width.breakBehind(lastLength());
        continuation.add(line);
        text = joined;
        if (found.row() != null && (row == null || found.extent() == Extent.WHOLE)) {
          row = found.row();
          used = continuation.size();
        }
        return true;
      }
    }
    return false;
  }

  /** The ways to put it together, the most probable first. */
  private List<String> joined(String piece, boolean blankWasLost) {
    String left = text.stripTrailing();
    String right = piece.stripLeading();
    String apart = left + ' ' + right;
    return blankWasLost
        ? List.of(apart, text + piece, left + right)
        : List.of(text + piece, left + right, apart);
  }

  private int lastLength() {
    Line last = continuation.isEmpty() ? first : continuation.get(continuation.size() - 1);
    return last.text().length();
  }

  private String withoutPrefix(String plain) {
    String sign = prefix.strip();
    if (sign.isEmpty() || !plain.stripLeading().startsWith(sign)) {
      return plain;
    }
    String rest = plain.substring(plain.indexOf(sign) + sign.length());
    return prefix.endsWith(" ") && rest.startsWith(" ") ? rest.substring(1) : rest;
  }

  /** Adds the row, and the lines that turned out not to belong to it or not to make one. */
  void addTo(TableBuilder table) {
    if (row == null) {
      table.ignoreUnlessUnknown(first);
    } else {
      table.add(row);
    }
    for (Line line : continuation.subList(used, continuation.size())) {
      table.ignoreUnlessUnknown(line);
    }
  }
}
