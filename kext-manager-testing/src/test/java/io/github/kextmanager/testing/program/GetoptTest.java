package io.github.kextmanager.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.testing.program.LongOption.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetoptTest {
  private static final List<LongOption> LONG =
      List.of(
          new LongOption("root", Value.NONE, 'R'),
          new LongOption("print", Value.NONE, 'P'),
          new LongOption("print-arches", Value.NONE, 'A'),
          new LongOption("search-item", Value.REQUIRED, 'f'),
          new LongOption("p", Value.NONE, 'p'));

  private List<String> words = List.of();

  @Test
  void a_name_counts_before_the_names_that_it_begins() {
    Getopt options = options("-p", "-print");

    assertThat(options.next()).isEqualTo('p');
    assertThat(options.next()).isEqualTo('P');
    assertThat(options.next()).isEqualTo(Getopt.END);
  }

  @Test
  void a_beginning_of_several_names_is_none() {
    assertThat(options("-pri").next()).isEqualTo(Getopt.BAD);
    assertThat(options("-ro").next()).isEqualTo('R');
  }

  @Test
  void words_before_an_option_stay_where_they_are_as_long_as_no_other_is_looked_for() {
    Getopt options = options("folder", "-s", "rest");

    assertThat(options.next()).isEqualTo('s');
    assertThat(words).containsExactly("tool", "folder", "-s", "rest");
    assertThat(options.index()).isEqualTo(3);
  }

  @Test
  void words_before_an_option_are_behind_it_in_the_end() {
    Getopt options = options("folder", "-s", "rest");
    options.next();

    assertThat(options.next()).isEqualTo(Getopt.END);
    assertThat(words).containsExactly("tool", "-s", "folder", "rest");
    assertThat(options.index()).isEqualTo(2);
  }

  @Test
  void words_between_options_are_moved_behind_both() {
    Getopt options = options("a", "-s", "b", "c", "-i", "d");
    while (options.next() != Getopt.END) {
      // Reads all.
    }

    assertThat(words).containsExactly("tool", "-s", "-i", "a", "b", "c", "d");
    assertThat(options.index()).isEqualTo(3);
  }

  @Test
  void two_dashes_end_the_options() {
    Getopt options = options("a", "--", "-s");

    assertThat(options.next()).isEqualTo(Getopt.END);
    assertThat(words).containsExactly("tool", "--", "a", "-s");
    assertThat(options.index()).isEqualTo(2);
  }

  @Test
  void words_alone_are_not_moved() {
    Getopt options = options("a", "b");

    assertThat(options.next()).isEqualTo(Getopt.END);
    assertThat(options.index()).isEqualTo(1);
  }

  @Test
  void short_options_can_share_a_word() {
    Getopt options = options("-is", "x");

    assertThat(options.next()).isEqualTo('i');
    assertThat(options.index()).isEqualTo(1);
    assertThat(options.next()).isEqualTo('s');
    assertThat(options.index()).isEqualTo(2);
  }

  @Test
  void the_rest_of_a_word_can_be_the_value_of_a_short_option() {
    Getopt options = options("-sf/Library", "-f", "/System");

    assertThat(options.next()).isEqualTo('s');
    assertThat(options.next()).isEqualTo('f');
    assertThat(options.value()).contains("/Library");
    assertThat(options.next()).isEqualTo('f');
    assertThat(options.value()).contains("/System");
  }

  @Test
  void a_name_takes_its_value_from_the_word_or_from_the_next() {
    Getopt options = options("-search-item=/a", "--search-item", "/b");

    assertThat(options.next()).isEqualTo('f');
    assertThat(options.value()).contains("/a");
    assertThat(options.next()).isEqualTo('f');
    assertThat(options.value()).contains("/b");
  }

  @Test
  void what_is_wrong_is_passed_over() {
    Getopt options = options("-zz", "--zz", "-root=x", "-f");

    assertThat(options.next()).isEqualTo(Getopt.BAD);
    assertThat(options.next()).isEqualTo(Getopt.BAD);
    assertThat(options.next()).isEqualTo(Getopt.BAD);
    assertThat(options.next()).isEqualTo(Getopt.BAD);
    assertThat(options.next()).isEqualTo(Getopt.END);
  }

  private Getopt options(String... arguments) {
    words = new ArrayList<>(List.of("tool"));
    words.addAll(List.of(arguments));
    return new Getopt(words, "0ef:his", LONG);
  }
}
