package io.github.kextmanager.parse;

import io.github.kextmanager.parse.LooseRow.Extent;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one {@link LooseRow}, from left to right, as far as it goes. Used once. */
final class LooseRowReader {
  private static final String NO_UUID = "no UUID";

  private final int line;
  private final String text;
  private final int start;
  private final Columns columns;
  private final NameColumn name;

  private String identifier = "";
  private String version = "";
  private Optional<UUID> uuid = Optional.empty();

  LooseRowReader(
      int line, String text, int start, Columns columns, ArchitectureColumn architectureColumn) {
    this.line = line;
    this.text = text;
    this.start = start;
    this.columns = columns;
    this.name = NameColumn.behind(columns, text, architectureColumn);
  }

  LooseRow read() {
    int from = Blanks.skip(text, name.start());
    int end = identifierEnd(from);
    int opening = Blanks.skip(text, end);
    if (opening == text.length()) {
      return LooseRow.begun(text, start);
    }
    if (text.charAt(opening) != '(' || Columns.isNumber(text, from, end)) {
      return LooseRow.none(start);
    }
    int closing = text.indexOf(')', opening);
    version = text.substring(opening + 1, closing < 0 ? text.length() : closing);
    if (version.indexOf(' ') >= 0 || version.indexOf('(') >= 0) {
      return LooseRow.none(start);
    }
    if (closing < 0) {
      return LooseRow.begun(text, start);
    }
    identifier = text.substring(from, end);
    return behindVersion(closing + 1);
  }

  private int identifierEnd(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != ' ' && text.charAt(i) != '(') {
      i++;
    }
    return i;
  }

  private LooseRow behindVersion(int behind) {
    int from = Blanks.skip(text, behind);
    if (PrintedUuid.stands(text, from) && !isPartOfAWord(from + PrintedUuid.LENGTH)) {
      uuid = Optional.of(PrintedUuid.read(text, from));
      return behindUuid(from + PrintedUuid.LENGTH);
    }
    if (text.startsWith(NO_UUID, from)) {
      return behindUuid(from + NO_UUID.length());
    }
    int end = from;
    while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '<') {
      end++;
    }
    boolean last = from < end && Blanks.skip(text, end) == text.length();
    if ((last && PrintedUuid.begins(text, from, end)) || isCutNoUuid(from)) {
      return row(Extent.CUT, text.length(), null);
    }
    boolean hidden = isShortenedUuid(from, end) || isBeforeAList(end);
    return behindUuid(hidden ? end : behind);
  }

  private boolean isCutNoUuid(int from) {
    return from < text.length() && NO_UUID.startsWith(text.substring(from).stripTrailing());
  }

  /** What stands between version and list is a UUID that somebody made unreadable. */
  private boolean isBeforeAList(int end) {
    int opening = Blanks.skip(text, end);
    int closing = text.indexOf('>', opening);
    return closing >= 0 && opening == LinkedTags.openingBefore(text, closing);
  }

  /** A UUID of which somebody kept the beginning: {@code D850472E-...}. */
  private boolean isShortenedUuid(int from, int end) {
    int kept = from;
    while (kept < end && (text.charAt(kept) == '-' || HexFormat.isHexDigit(text.charAt(kept)))) {
      kept++;
    }
    boolean shortened = kept < end;
    for (int i = kept; i < end; i++) {
      shortened &= "-.*\u2026".indexOf(text.charAt(i)) >= 0;
    }
    return shortened && kept > from && PrintedUuid.begins(text, from, kept);
  }

  private LooseRow behindUuid(int behind) {
    int opening = Blanks.skip(text, behind);
    if (opening < text.length() && text.charAt(opening) == '<') {
      int closing = opening + 1;
      while (closing < text.length() && LinkedTags.mayContain(text.charAt(closing))) {
        closing++;
      }
      if (closing == text.length()) {
        return row(Extent.CUT, closing, LinkedTags.read(text, opening + 1, closing));
      }
      if (text.charAt(closing) == '>') {
        List<OptionalInt> tags = LinkedTags.read(text, opening + 1, closing);
        return tags == null ? LooseRow.none(start) : row(Extent.WHOLE, closing + 1, tags);
      }
    }
    return isPartOfAWord(behind) ? LooseRow.none(start) : row(Extent.WHOLE, behind, null);
  }

  private boolean isPartOfAWord(int next) {
    return next < text.length() && Character.isLetterOrDigit(text.charAt(next));
  }

  private LooseRow row(Extent extent, int end, @Nullable List<OptionalInt> tags) {
    var row =
        new KextTableRow(
            line,
            columns.index(),
            columns.references(),
            columns.address(),
            columns.size(),
            columns.wired(),
            name.architecture(),
            identifier,
            version,
            uuid,
            Optional.ofNullable(tags).filter(list -> extent == Extent.WHOLE));
    return new LooseRow(
        extent, start, end, row, tags == null || LinkedTags.descendFrom(columns.index(), tags));
  }
}
