package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.classify.Folding.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can't load it - not found.",
        "can't  load\tit - not\n   found.",
        "Can\u2019t load it \u2013 not found.",
        "Can&#39;t load it&nbsp;- not found.",
        "Can\u00a0't load it - not\r\nfound.",
        "> Can't load it\n> - not found.",
        "# Can't load it\n# - not found.",
        "| Can't load it - not found.",
        "`Can't load it` - **not found.**",
        "\u001b[1;31mCan't load\u001b[0m it - not found.",
        "Can't load it\\n\\t- not found.",
        "\ufeffCan't load it - not found.\0",
      })
  void passes_over_what_is_added_on_the_way(String text) {
    var folding = new Folding(text, 1);
    var folded = new StringBuilder();
    for (int c = folding.read(); c != Folding.END; c = folding.read()) {
      folded.append((char) c);
    }

    assertThat(folded).hasToString("can'tloadit-notfound.");
  }

  @Test
  void keeps_marks_of_quotation_within_a_line() {
    assertThat(Folding.fold("a > b | c # d")).isEqualTo("a>b|c#d");
  }

  @Test
  void keeps_what_is_no_entity() {
    assertThat(Folding.fold("a & b && c; &unknown; &")).isEqualTo("a&b&&c;&unknown;&");
  }

  @Test
  void counts_lines_and_remembers_what_stood_between() {
    var folding = new Folding("ab\r\n\rc d\ne", 1);

    assertThat(next(folding)).isEqualTo("a 1 0 BREAK");
    assertThat(next(folding)).isEqualTo("b 1 1 NONE");
    assertThat(next(folding)).isEqualTo("c 3 5 BREAK");
    assertThat(next(folding)).isEqualTo("d 3 7 BLANK");
    assertThat(next(folding)).isEqualTo("e 4 9 BREAK");
    assertThat(folding.read()).isEqualTo(Folding.END);
  }

  @Test
  void a_line_end_outweighs_blanks() {
    var folding = new Folding("a \n b", 1);
    folding.read();
    folding.takeGap();
    folding.read();

    assertThat(folding.takeGap()).isEqualTo(Gap.BREAK);
  }

  private static String next(Folding folding) {
    char c = (char) folding.read();
    return c + " " + folding.line() + " " + folding.offset() + " " + folding.takeGap();
  }
}
