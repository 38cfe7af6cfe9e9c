package io.github.kextmanager.parse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line that is a row and nothing else, the usual case, at the speed of going over it once.
 *
 * <p>Identifiers and versions are printed raw and may hold anything (kext_tools, kextstat_main.c),
 * so the numbers are taken from the left, UUID and list from the right, and what is left is
 * divided: the version is what the last brackets hold that balance, or else what begins with the
 * first.
 */
final class RowScanner {
  private static final String NO_UUID = "no UUID";

  private final int line;
  private final String text;
  private final Columns columns;
  private final NameColumn name;

  private RowScanner(int line, String text, Columns columns, NameColumn name) {
    this.line = line;
    this.text = text;
    this.columns = columns;
    this.name = name;
  }

  /** The row, or null if the text is none. */
  static @Nullable KextTableRow scan(int line, String text, ArchitectureColumn column) {
    Columns columns = Columns.read(text, 0);
    if (columns == null) {
      return null;
    }
    return new RowScanner(line, text, columns, NameColumn.behind(columns, text, column)).row();
  }

  private @Nullable KextTableRow row() {
    int end = Blanks.skipBack(text, text.length());
    Optional<List<OptionalInt>> linkedAgainst = Optional.empty();
    if (text.charAt(end - 1) == '>') {
      int opening = LinkedTags.openingBefore(text, end - 1);
      if (opening <= name.start()) {
        return null;
      }
      List<OptionalInt> tags = LinkedTags.read(text, opening + 1, end - 1);
      if (tags == null) {
        return null;
      }
      linkedAgainst = Optional.of(tags);
      end = Blanks.skipBack(text, opening);
    }
    Optional<UUID> uuid = Optional.empty();
    if (text.charAt(end - 1) != ')') {
      int start = end - PrintedUuid.LENGTH;
      if (PrintedUuid.stands(text, start)) {
        uuid = Optional.of(PrintedUuid.read(text, start));
        end = Blanks.skipBack(text, start);
      } else if (text.startsWith(NO_UUID, end - NO_UUID.length())) {
        end = Blanks.skipBack(text, end - NO_UUID.length());
      }
    }
    return end > name.start() && text.charAt(end - 1) == ')'
        ? row(end - 1, uuid, linkedAgainst)
        : null;
  }

  private @Nullable KextTableRow row(
      int closing, Optional<UUID> uuid, Optional<List<OptionalInt>> linkedAgainst) {
    int opening = VersionBrackets.opening(text, name, closing);
    if (opening < 0) {
      return null;
    }
    int identifierEnd =
        name.isAsPrinted() ? opening - 1 : Math.max(name.start(), Blanks.skipBack(text, opening));
    boolean oneWord = Blanks.next(text, name.start()) >= identifierEnd;
    if (!oneWord && !name.isAsPrinted() && columns.areTooMany(text)) {
      return null;
    }
    return new KextTableRow(
        line,
        columns.index(),
        columns.references(),
        columns.address(),
        columns.size(),
        columns.wired(),
        name.architecture(),
        text.substring(name.start(), identifierEnd),
        text.substring(opening + 1, closing),
        uuid,
        linkedAgainst);
  }
}
