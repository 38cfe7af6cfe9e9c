package io.github.kextmanager.plist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders that Apple's library was seen to keep with the open-source CoreFoundation. */
class DictionaryOrderTest {
  @Test
  void a_place_follows_from_the_text_of_a_key() {
    assertThat(DictionaryOrder.ofWhole(List.of("com.apple.kpi.iokit", "com.apple.kpi.private")))
        .containsExactly("com.apple.kpi.private", "com.apple.kpi.iokit");
  }

  @Test
  void a_key_whose_place_is_taken_goes_to_the_next() {
    List<String> keys =
        List.of(
            "com.apple.kpi.libkern",
            "com.apple.kpi.mach",
            "com.apple.kpi.bsd",
            "com.example.Golf",
            "com.example.Kilo",
            "com.example.November");

    assertThat(DictionaryOrder.ofWhole(keys))
        .containsSubsequence(
            "com.example.November",
            "com.example.Kilo",
            "com.apple.kpi.libkern",
            "com.apple.kpi.mach");
  }

  @Test
  void a_table_that_has_grown_may_have_another_order() {
    List<String> keys =
        List.of(
            "com.apple.kpi.libkern",
            "com.apple.kpi.mach",
            "com.apple.kpi.bsd",
            "com.example.Golf",
            "com.example.Kilo",
            "com.example.November");

    assertThat(DictionaryOrder.ofGrown(keys)).isNotEqualTo(DictionaryOrder.ofWhole(keys));
  }

  @Test
  void no_key_is_lost() {
    for (int count : new int[] {0, 1, 3, 4, 1000, 2000}) {
      List<String> keys =
          new ArrayList<>(IntStream.range(0, count).mapToObj(i -> "x".repeat(i)).toList());

      assertThat(DictionaryOrder.ofWhole(keys)).containsExactlyInAnyOrderElementsOf(keys);
      assertThat(DictionaryOrder.ofGrown(keys)).containsExactlyInAnyOrderElementsOf(keys);
    }
  }
}
