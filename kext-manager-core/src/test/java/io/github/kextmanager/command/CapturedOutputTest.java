package io.github.kextmanager.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapturedOutputTest {
  @Test
  void nothing_has_no_lines() {
    assertThat(CapturedOutput.EMPTY.lines()).isEmpty();
    assertThat(CapturedOutput.of("")).isEqualTo(CapturedOutput.EMPTY);
  }

  @Test
  void lines_come_without_their_ends_whichever_they_are() {
    assertThat(CapturedOutput.of("a\nb\r\n\n c ").lines()).containsExactly("a", "b", "", " c ");
  }

  @Test
  void a_last_line_without_an_end_is_a_line() {
    assertThat(new CapturedOutput("a\ncut", true).lines()).containsExactly("a", "cut");
  }
}
