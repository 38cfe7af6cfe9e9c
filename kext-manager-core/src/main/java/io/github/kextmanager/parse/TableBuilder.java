package io.github.kextmanager.parse;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found in a text. */
final class TableBuilder {
  private final List<KextTableRow> rows = new ArrayList<>();
  private final List<UnrecognisedLine> unrecognised = new ArrayList<>();
  private int ignoredLines;
  private int unrecognisedLines;

  void add(KextTableRow row) {
    rows.add(row);
  }

  /** Counts a line that is known to say nothing. */
  void ignore() {
    ignoredLines++;
  }

  /** Counts a line that belongs to no row, and keeps it if it may say something. */
  void ignoreUnlessUnknown(Line line) {
    if (KnownNoise.matches(PastedText.plain(line.text()))) {
      ignore();
    } else {
      addUnrecognised(line);
    }
  }

  void addUnrecognised(Line line) {
    ignoredLines++;
    unrecognisedLines++;
    if (unrecognised.size() < KextTable.MAXIMUM_UNRECOGNISED) {
      unrecognised.add(new UnrecognisedLine(line.number(), line.text()));
    }
  }

  KextTable build(int lines) {
    return new KextTable(rows, lines, ignoredLines, unrecognisedLines, unrecognised);
  }
}
