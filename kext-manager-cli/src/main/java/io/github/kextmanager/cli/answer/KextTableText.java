package io.github.kextmanager.cli.answer;

import java.util.List;
import java.util.OptionalInt;

/**
 * A table of loaded kexts as kextstat prints it (kext_tools, kextstat_main.c).
 *
 * <p>What the kernel did not tell is {@code ??} or {@code ????}. The columns of architecture and
 * UUID are there if a row has one: {@code kextstat} prints the former on request only, and the
 * latter from 10.11 on.
 */
public final class KextTableText {
  private static final String UNKNOWN_NUMBER = "??";
  private static final String UNKNOWN = "????";

  private final boolean architectures;
  private final boolean uuids;

  private KextTableText(boolean architectures, boolean uuids) {
    this.architectures = architectures;
    this.uuids = uuids;
  }

  /** The form in which some rows are printed. */
  public static KextTableText of(List<KextRow> rows) {
    boolean architectures = false;
    boolean uuids = false;
    for (KextRow row : rows) {
      architectures |= row.architecture().isPresent();
      uuids |= row.uuid().isPresent();
    }
    return new KextTableText(architectures, uuids);
  }

  /** The line above the rows. */
  public String header() {
    return "Index Refs Address            Size       Wired      "
        + (architectures ? "Architecture       " : "")
        + (uuids ? "Name (Version) UUID <Linked Against>" : "Name (Version) <Linked Against>");
  }

  /** One row. */
  public String line(KextRow row) {
    StringBuilder line = new StringBuilder(160);
    right(line, number(row.index()), 5);
    line.append(' ');
    right(line, number(row.references()), 4);
    line.append(' ');
    left(line, row.address().orElse(UNKNOWN), 18);
    left(line, row.size().orElse(UNKNOWN), 10);
    left(line, row.wired().orElse(UNKNOWN), 10);
    if (architectures) {
      left(line, row.architecture().orElse("      ????/????   "), 18);
    }
    line.append(row.identifier()).append(" (").append(row.version()).append(')');
    if (uuids) {
      line.append(' ').append(row.uuid().orElse("no UUID"));
    }
    row.linkedAgainst().ifPresent(tags -> link(line, tags));
    return line.toString();
  }

  private static void link(StringBuilder line, List<OptionalInt> tags) {
    String separator = " <";
    for (OptionalInt tag : tags) {
      line.append(separator).append(number(tag));
      separator = " ";
    }
    line.append(tags.isEmpty() ? " <>" : ">");
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : UNKNOWN_NUMBER;
  }

  private static void right(StringBuilder line, String text, int width) {
    line.append(" ".repeat(Math.max(0, width - text.length()))).append(text);
  }

  /** The text, what is missing to its width, and the blank behind the column. */
  private static void left(StringBuilder line, String text, int width) {
    line.append(text).append(" ".repeat(Math.max(0, width - text.length()) + 1));
  }
}
