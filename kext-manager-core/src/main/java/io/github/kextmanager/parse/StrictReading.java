package io.github.kextmanager.parse;

/** One reading of what our own command printed. */
final class StrictReading {
  private final PhysicalLines lines;
  private final TableBuilder table = new TableBuilder();
  private ArchitectureColumn architectureColumn = ArchitectureColumn.UNKNOWN;

  StrictReading(PhysicalLines lines) {
    this.lines = lines;
  }

  KextTable table() {
    while (lines.advance()) {
      if (lines.isOverlong()) {
        throw complaint(
            "it has more than %d characters".formatted(KextTableReader.MAXIMUM_LINE_LENGTH));
      }
      read(withoutCarriageReturn(lines.text()));
      if (!lines.isEnded()) {
        throw complaint("it has no line end, so the table was cut");
      }
    }
    return table.build(lines.number());
  }

  private void read(String text) {
    KextTableRow row = RowScanner.scan(lines.number(), text, architectureColumn);
    if (row != null) {
      table.add(row);
      return;
    }
    Header header = Header.printed(text);
    if (header != null) {
      architectureColumn =
          header.hasArchitecture() ? ArchitectureColumn.PRESENT : ArchitectureColumn.ABSENT;
    } else if (!text.isBlank() && !ToolNotes.contain(text)) {
      throw complaint(RowRule.brokenBy(text));
    }
    table.ignore();
  }

  /** A terminal between the tool and us (ssh -t) ends lines with both characters. */
  private static String withoutCarriageReturn(String text) {
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private UnreadableTableException complaint(String rule) {
    return new UnreadableTableException(lines.number(), lines.text(), rule);
  }
}
