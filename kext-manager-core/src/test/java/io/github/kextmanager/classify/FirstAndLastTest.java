package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstAndLastTest {
  private final FirstAndLast<String, Integer> kept = new FirstAndLast<>();

  @Test
  void few_are_all_kept_in_their_order() {
    kept.add("a", 1);
    kept.add("b", 2);
    kept.add("a", 3);

    assertThat(kept.all()).containsExactly(1, 2, 3);
  }

  @Test
  void of_many_the_first_and_the_last_are_kept() {
    IntStream.rangeClosed(1, 1000).forEach(number -> kept.add("a", number));

    assertThat(kept.all())
        .hasSize(2 * FirstAndLast.AT_EITHER_END)
        .startsWith(1, 2)
        .endsWith(999, 1000)
        .isSorted();
  }

  @Test
  void many_of_a_kind_hide_none_of_another() {
    IntStream.rangeClosed(1, 1000).forEach(number -> kept.add("a", number));
    kept.add("b", 1001);
    IntStream.rangeClosed(1002, 2000).forEach(number -> kept.add("a", number));

    assertThat(kept.all()).contains(1001).isSorted();
  }
}
