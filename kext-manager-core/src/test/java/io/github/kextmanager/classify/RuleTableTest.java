package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTableTest {
  private static final List<Rule> RULES = RuleTable.read();
  private static final Classifier CLASSIFIER = new Classifier();

  static List<Rule> rules() {
    return RULES;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void every_rule_finds_its_wording_in_its_own_example(Rule rule) {
    assertThat(Scans.findings(RULES, Scans.exampleOf(rule)))
        .extracting(finding -> finding.rule().wording())
        .contains(rule.wording());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void every_example_means_what_its_rule_says(Rule rule) {
    Verdict verdict = CLASSIFIER.classify(Transcript.ofText(Scans.exampleOf(rule)));

    if (rule.category().isPresent()) {
      assertThat(verdict.category()).isEqualTo(rule.category().get());
      assertThat(verdict.also()).containsAll(rule.also());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void every_example_is_evidence(Rule rule) {
    Verdict verdict = CLASSIFIER.classify(Transcript.ofText(Scans.exampleOf(rule)));

    assertThat(verdict.evidence()).isNotEmpty();
    assertThat(Scans.exampleOf(rule).lines().toList())
        .containsAll(verdict.evidence().stream().map(evidence -> evidence.text()).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void every_origin_is_a_speaker_and_a_range_of_releases(Rule rule) {
    assertThat(rule.origin().speaker()).matches("[a-z][a-z0-9_]*");
    assertThat(rule.origin().releases()).matches("\\*|-[0-9.]+|[0-9.]+-|[0-9.]+-[0-9.]+");
  }

  @Test
  void no_wording_stands_there_twice() {
    assertThat(RULES.stream().map(rule -> rule.wording().toString())).doesNotHaveDuplicates();
  }

  @Test
  void every_refusal_has_a_rule() {
    assertThat(RULES.stream().map(Rule::category).flatMap(Optional::stream))
        .contains(Category.values());
  }

  @Test
  void every_result_code_is_told_by_both_its_numbers_its_text_and_its_name() {
    assertThat(
            RULES.stream()
                .filter(rule -> rule.code().filter(code -> code.value() == 0xdc008014).isPresent()))
        .extracting(rule -> rule.wording().toString())
        .containsExactly(
            "0xdc008014",
            "-603946988",
            "(libkern/kext) different version/uuid already loaded",
            "different version/uuid already loaded",
            "error kOSKextReturnLoadedVersionDiffers",
            "code is kOSKextReturnLoadedVersionDiffers",
            "failed: kOSKextReturnLoadedVersionDiffers",
            "returned kOSKextReturnLoadedVersionDiffers",
            "=> kOSKextReturnLoadedVersionDiffers");
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void every_role_is_that_of_a_rule(Role role) {
    assertThat(RULES).extracting(Rule::role).contains(role);
  }
}
