package io.github.kextmanager.testing.offline;

import io.github.kextmanager.testing.program.OutputStreamText;
import io.github.kextmanager.testing.query.Answer;
import java.util.Optional;
import java.util.function.Function;

/** The rows of a report, with tabs between the columns. The first one is the heading. */
final class Report {
  private final OutputStreamText stdout;
  private Row row = Row.HEADING;
  private boolean hasColumns;

  /** What kind of row is being printed. */
  private enum Row {
    HEADING,
    VALUES
  }

  Report(OutputStreamText stdout) {
    this.stdout = stdout;
  }

  /** That no heading is to be printed. */
  void leaveOutHeading() {
    row = Row.VALUES;
  }

  boolean isHeadingDue() {
    return row == Row.HEADING;
  }

  /** Begins a row. */
  void beginRow() {
    hasColumns = false;
  }

  /** Ends a row; what follows are values. */
  void endRow() {
    stdout.println("");
  }

  /** A column that fails where it has no value. */
  Answer column(String heading, Candidate it, Function<Candidate, Optional<String>> value) {
    Optional<String> text = isHeadingDue() ? Optional.of(heading) : value.apply(it);
    text.ifPresent(this::print);
    return text.isPresent() ? Answer.YES : Answer.FAILED;
  }

  /**
   * A column that is left out, with its tab, where it has no value; and in the heading an empty one
   * follows it. Both are slips of the real one.
   */
  Answer slippingColumn(String heading, Candidate it, Function<Candidate, Optional<String>> value) {
    if (isHeadingDue()) {
      String empty = hasColumns ? "\t" : "";
      print(heading + empty);
      return Answer.YES;
    }
    Optional<String> text = value.apply(it);
    text.ifPresent(this::print);
    return Answer.of(text.isPresent());
  }

  private void print(String text) {
    stdout.print((hasColumns ? "\t" : "") + text);
    hasColumns = true;
  }
}
