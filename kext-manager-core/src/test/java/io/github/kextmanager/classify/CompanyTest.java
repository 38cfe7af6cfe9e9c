package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.verdict.Category;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wordings that others use too mean something where kexts are spoken of, and nothing elsewhere. */
class CompanyTest {
  private static final Classifier CLASSIFIER = new Classifier();
  private static final String SHARED = "Incompatible architecture: have x86_64, need arm64";

  private static Category meaning(String text) {
    return CLASSIFIER.classify(Transcript.ofText(text)).category();
  }

  static List<Rule> sharedRules() {
    return RuleTable.read().stream()
        .filter(rule -> !rule.company().words().isEmpty() && rule.category().isPresent())
        .filter(rule -> rule.company().words().stream().noneMatch(word -> isIn(word, rule)))
        .toList();
  }

  private static boolean isIn(String word, Rule rule) {
    return rule.example().toLowerCase(Locale.ROOT).contains(word);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sharedRules")
  void a_wording_that_others_use_means_nothing_alone(Rule rule) {
    assertThat(meaning(rule.example())).isEqualTo(Category.UNKNOWN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sharedRules")
  void it_counts_if_a_tool_is_known_to_have_said_it(Rule rule) {
    Transcript said = Transcript.ofText(rule.example()).by(ToolName.KMUTIL);

    assertThat(CLASSIFIER.classify(said).category()).isEqualTo(rule.category().orElseThrow());
  }

  @Test
  void it_counts_beside_the_path_of_a_kext() {
    assertThat(meaning("/tmp/Widget.kext\n" + SHARED)).isEqualTo(Category.WRONG_ARCHITECTURE);
  }

  @Test
  void a_kext_behind_it_is_as_good_as_one_before_it() {
    assertThat(meaning(SHARED + "\n/tmp/Widget.kext")).isEqualTo(Category.WRONG_ARCHITECTURE);
  }

  @Test
  void a_kext_far_away_in_a_log_is_no_company() {
    String others = "Nov 28 10:00:00 mac other[17]: something else happened\n".repeat(40);

    assertThat(meaning("/tmp/Widget.kext\n" + others + SHARED)).isEqualTo(Category.UNKNOWN);
  }

  @Test
  void letters_within_a_word_are_no_kext() {
    assertThat(meaning("the nextkextual thing\n" + SHARED)).isEqualTo(Category.UNKNOWN);
  }
}
