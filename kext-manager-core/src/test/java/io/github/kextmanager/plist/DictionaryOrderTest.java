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

  @Test
  void a_key_that_is_removed_leaves_its_place_to_another() {
    var keys = new DictionaryKeys();
    List.of("_PE_parse_boot_argn", "_proc_task", "_clock_get_uptime").forEach(keys::add);

    keys.remove("_proc_task");
    keys.add("_proc_task");

    assertThat(keys.list())
        .containsExactlyElementsOf(
            DictionaryOrder.ofGrown(
                List.of("_PE_parse_boot_argn", "_clock_get_uptime", "_proc_task")));
  }

  @Test
  void a_dictionary_that_has_shrunk_is_as_one_that_never_grew() {
    var keys = new DictionaryKeys();
    IntStream.range(0, 100).forEach(i -> keys.add("_symbol" + i));

    IntStream.range(2, 100).forEach(i -> keys.remove("_symbol" + i));

    assertThat(keys.list())
        .containsExactlyInAnyOrderElementsOf(
            DictionaryOrder.ofGrown(List.of("_symbol0", "_symbol1")));
  }

  @Test
  void too_many_keys_are_listed_as_they_were_added() {
    var keys = new DictionaryKeys();
    IntStream.range(0, 2000).forEach(i -> keys.add("_symbol" + i));
    IntStream.range(2, 2000).forEach(i -> keys.remove("_symbol" + i));
    keys.add("_another");

    assertThat(keys.list()).containsExactly("_symbol0", "_symbol1", "_another");
  }
}
