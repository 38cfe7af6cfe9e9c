package io.github.kextmanager.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Evidence LINE = new Evidence(Evidence.Source.STDERR, 1, "Kext not found.");

  @Test
  void of_a_category_and_its_lines_names_nothing_else() {
    Verdict verdict = Verdict.of(Category.NOT_FOUND, List.of(LINE));

    assertThat(verdict.category()).isEqualTo(Category.NOT_FOUND);
    assertThat(verdict.evidence()).containsExactly(LINE);
    assertThat(verdict.also()).isEmpty();
    assertThat(verdict.identifiers()).isEmpty();
    assertThat(verdict.teamIdentifiers()).isEmpty();
    assertThat(verdict.osReturn()).isEmpty();
    assertThat(verdict.kmErrorCode()).isEmpty();
    assertThat(verdict.symbols()).isEmpty();
    assertThat(verdict.paths()).isEmpty();
    assertThat(verdict.holders()).isEmpty();
  }

  @Test
  void does_not_change_with_the_lists_it_was_made_of() {
    // given
    List<Category> also = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    var verdict = new Verdict(Category.IN_USE, also, Details.NONE, evidence);

    // when
    also.add(Category.HAS_DEPENDENTS);
    evidence.add(LINE);

    // then
    assertThat(verdict).isEqualTo(Verdict.of(Category.IN_USE, List.of()));
  }
}
