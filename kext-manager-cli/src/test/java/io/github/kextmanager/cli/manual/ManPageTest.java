package io.github.kextmanager.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.cli.verb.Verbs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ManPageTest {
  static final List<String> VERBS = Verbs.NAMES;

  @ParameterizedTest
  @FieldSource("VERBS")
  void a_page_has_the_sections_that_readers_expect(String verb) {
    String page = ManPage.of(verb, Verbs.named(verb).orElseThrow().spec());

    assertThat(page.lines().filter(line -> line.startsWith(".SH")))
        .containsExactly(
            ".SH NAME",
            ".SH SYNOPSIS",
            ".SH DESCRIPTION",
            ".SH OPTIONS",
            ".SH EXIT STATUS",
            ".SH SEE ALSO");
  }

  @Test
  void the_synopsis_tells_what_must_be_there() {
    String page = ManPage.of("load", Verbs.named("load").orElseThrow().spec());

    assertThat(page).contains("\nkextm load ID|BUNDLE... [options]\n");
  }

  @Test
  void the_page_on_the_whole_names_every_verb() {
    assertThat(ManPage.ofAll(VERBS)).contains(VERBS.stream().map(verb -> "\\fB" + verb).toList());
  }

  @Test
  void text_cannot_be_taken_for_a_request() {
    assertThat(new Troff().words(".kext - a \\ folder")).hasToString("\\&.kext \\- a \\e folder\n");
  }
}
