package io.github.kextmanager.parse;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of what somebody pasted. */
final class LenientReading {
  private final PhysicalLines lines;
  private final TableBuilder table = new TableBuilder();
  private @Nullable Header header;
  private int headerLine;
  private int headerLength;

  /** The last row, which the next line may continue. */
  private @Nullable WrappedRow pending;

  private TableWidth width = new TableWidth();

  LenientReading(PhysicalLines lines) {
    this.lines = lines;
  }

  KextTable table() {
    while (lines.advance()) {
      if (lines.isOverlong()) {
        await(null);
        table.addUnrecognised(new Line(lines.number(), lines.text()));
      } else {
        read(new Line(lines.number(), lines.text()));
      }
    }
    await(null);
    return table.build(lines.number());
  }

  private void read(Line line) {
    String plain = ToolNotes.cutFrom(PastedText.plain(line.text()));
    KextTableRow row = PlainRow.read(line.number(), plain, architectureColumn());
    if (row != null) {
      await(new WrappedRow(line, plain, LooseRow.whole(plain, 0, row)));
      width.see(line);
    } else if (plain.isBlank()) {
      await(null);
      table.ignore();
    } else if (ToolNotes.contain(Quotation.unquoted(plain).strip())) {
      table.ignore();
    } else if (pending != null && pending.absorb(line, plain, width, architectureColumn())) {
      width.see(line);
    } else {
      await(null);
      readApart(line, plain);
    }
  }

  private void readApart(Line line, String plain) {
    Set<String> readings = PastedText.readings(plain);
    FoundRows found = FoundRows.best(line.number(), readings, architectureColumn());
    if (!found.rows().isEmpty()) {
      for (LooseRow row : found.rows()) {
        await(new WrappedRow(line, found.reading(), row));
      }
      width.see(line);
    } else if (readings.stream().anyMatch(reading -> isHeader(line, reading))) {
      table.ignore();
    } else {
      table.ignoreUnlessUnknown(line);
    }
  }

  private boolean isHeader(Line line, String reading) {
    Header longer =
        header != null && line.number() == headerLine + 1 ? header.extendedBy(reading) : null;
    Header found = longer == null ? Header.pasted(reading) : longer;
    if (found == null) {
      return false;
    }
    if (longer == null) {
      width = new TableWidth();
    } else {
      width.breakBehind(headerLength);
    }
    width.see(line);
    header = found;
    headerLine = line.number();
    headerLength = line.text().length();
    return true;
  }

  /** Adds the row that was pending, and lets another one wait for its continuation. */
  private void await(@Nullable WrappedRow next) {
    if (pending != null) {
      pending.addTo(table);
    }
    pending = next;
  }

  /**
   * A later table of the same text may have no header, so the lack of the column proves nothing.
   */
  private ArchitectureColumn architectureColumn() {
    return header != null && header.hasArchitecture()
        ? ArchitectureColumn.PRESENT
        : ArchitectureColumn.UNKNOWN;
  }
}
