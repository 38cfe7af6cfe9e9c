package io.github.kextmanager.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CategoryTest {
  @ParameterizedTest
  @EnumSource(
      names = {"OK_LOADED", "OK_UNLOADED", "OK_VALID", "WARNING_ONLY", "STATUS"},
      mode = EnumSource.Mode.INCLUDE)
  void what_is_no_refusal_has_no_reason(Category category) {
    assertThat(category.reason()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"OK_LOADED", "OK_UNLOADED", "OK_VALID", "WARNING_ONLY", "STATUS"},
      mode = EnumSource.Mode.EXCLUDE)
  void a_refusal_has_the_reason_of_the_same_name_and_back(Category category) {
    Optional<Reason> reason = category.reason();

    assertThat(reason.map(Reason::name)).contains(category.name());
    assertThat(reason.map(Reason::category)).contains(category);
  }

  @Test
  void every_reason_is_a_category_in_the_same_order() {
    assertThat(Arrays.stream(Category.values()).flatMap(category -> category.reason().stream()))
        .containsExactly(Reason.values());
  }
}
