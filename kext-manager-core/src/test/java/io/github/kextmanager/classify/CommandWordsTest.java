package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandWordsTest {
  @Test
  void blanks_part_words() {
    assertThat(CommandWords.of("  -v 6   -b com.example.Widget"))
        .containsExactly("-v", "6", "-b", "com.example.Widget");
  }

  @Test
  void a_blank_that_is_quoted_or_escaped_parts_nothing() {
    assertThat(CommandWords.of("\"/tmp/My Widget.kext\" /tmp/An\\ Other.kext 'a b'c"))
        .containsExactly("/tmp/My Widget.kext", "/tmp/An Other.kext", "a bc");
  }

  @Test
  void another_command_on_the_line_is_not_read() {
    assertThat(CommandWords.of("/tmp/A.kext; kextload /tmp/B.kext")).containsExactly("/tmp/A.kext");
    assertThat(CommandWords.of("/tmp/A.kext && kextload /tmp/B.kext"))
        .containsExactly("/tmp/A.kext");
    assertThat(CommandWords.of("/tmp/A.kext 2>&1 | tee log")).containsExactly("/tmp/A.kext", "2");
  }

  @Test
  void a_mark_without_its_pair_ends_the_command_that_a_sentence_quotes() {
    assertThat(CommandWords.of("./Widget.kext\" returned this:")).containsExactly("./Widget.kext");
  }

  @Test
  void a_backslash_at_the_end_stands_for_itself() {
    assertThat(CommandWords.of("a\\")).containsExactly("a\\");
  }

  @Test
  void nothing_has_no_words() {
    assertThat(CommandWords.of(" ")).isEmpty();
  }

  @Test
  void an_empty_word_is_one() {
    assertThat(CommandWords.of("-b ''")).containsExactly("-b", "");
  }
}
