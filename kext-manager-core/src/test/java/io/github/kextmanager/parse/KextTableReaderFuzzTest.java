package io.github.kextmanager.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class KextTableReaderFuzzTest {
  @FuzzTest(maxDuration = "120s")
  void accounts_for_every_line_of_any_text(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();

    KextTable lenient = KextTableReader.lenient().read(text);

    assertThat(lenient.lines()).isEqualTo(lines(text));
    assertAccountsForEveryLine(lenient);
    assertQuotesOnlyTheText(lenient, text);
    assertThat(KextTableReader.lenient().read(text)).isEqualTo(lenient);
    try {
      KextTable strict = KextTableReader.strict().read(text);
      assertThat(strict.unrecognised()).isEmpty();
      assertThat(strict.rows().size() + strict.ignoredLines()).isEqualTo(strict.lines());
    } catch (UnreadableTableException e) {
      assertThat(e.line()).isPositive();
      assertThat(e.getMessage()).hasSizeLessThan(1000).contains(e.rule());
    }
  }

  private static void assertAccountsForEveryLine(KextTable table) {
    List<Integer> begun = table.rows().stream().map(KextTableRow::line).toList();
    List<Integer> unrecognised = table.unrecognised().stream().map(UnrecognisedLine::line).toList();
    assertThat(begun).isSorted();
    assertThat(unrecognised).isSorted().doesNotHaveDuplicates();
    assertThat(Collections.disjoint(begun, unrecognised)).isTrue();
    assertThat(table.unrecognisedLines()).isEqualTo(unrecognised.size());
    assertThat(table.ignoredLines()).isBetween(unrecognised.size(), table.lines());
    Set<Integer> rowLines = new HashSet<>(begun);
    assertThat(rowLines.size()).isLessThanOrEqualTo(table.lines() - table.ignoredLines());
    assertThat(rowLines.isEmpty()).isEqualTo(table.lines() == table.ignoredLines());
  }

  private static void assertQuotesOnlyTheText(KextTable table, String text) {
    for (UnrecognisedLine line : table.unrecognised()) {
      assertThat(text).contains(line.text());
    }
    table.toSnapshot(Instant.EPOCH);
  }

  /** Counts as an editor does: a carriage return and a line feed are one end. */
  private static int lines(String text) {
    String[] pieces = text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1);
    return pieces[pieces.length - 1].isEmpty() ? pieces.length - 1 : pieces.length;
  }
}
