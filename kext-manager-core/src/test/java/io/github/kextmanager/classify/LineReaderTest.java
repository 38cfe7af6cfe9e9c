package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
  private static List<String> read(LineReader reader) {
    List<String> lines = new ArrayList<>();
    while (reader.hasNext()) {
      lines.add(reader.line() + ":" + reader.next());
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\n\nb\n", "a\r\n\r\nb", "a\r\rb\r"})
  void reads_and_counts_lines_however_they_end(String text) {
    assertThat(read(LineReader.at(text, 0, 1))).containsExactly("1:a", "2:", "3:b");
  }

  @Test
  void begins_at_the_start_of_the_line_of_a_place() {
    assertThat(read(LineReader.at("first\nsecond\nthird", 9, 2)))
        .containsExactly("2:second", "3:third");
  }

  @Test
  void keeps_of_a_line_that_is_too_long_the_part_from_the_place_on() {
    String line = "x".repeat(LineReader.LONGEST) + "here" + "y".repeat(LineReader.LONGEST);

    String kept = LineReader.at(line + "\nnext", LineReader.LONGEST, 1).next();

    assertThat(kept).startsWith("herey").hasSize(LineReader.LONGEST);
  }

  @Test
  void an_empty_text_has_no_line() {
    assertThat(LineReader.at("", 0, 1).hasNext()).isFalse();
  }
}
