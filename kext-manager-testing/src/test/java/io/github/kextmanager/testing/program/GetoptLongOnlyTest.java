package io.github.kextmanager.testing.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.testing.program.LongOption.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GetoptLongOnlyTest {
  private static final List<LongOption> LONG =
      List.of(
          new LongOption("bundle-id", Value.REQUIRED, 'b'),
          new LongOption("list-only", Value.NONE, 'l'),
          new LongOption("no-kernel", Value.NONE, 'k'),
          new LongOption("no-caches", Value.NONE, 'c'),
          new LongOption("verbose", Value.OPTIONAL, 'v'));

  private final OutputStreamText stderr = new OutputStreamText();
  private List<String> operands = List.of();

  @Test
  void reads_short_options_and_their_values() {
    assertThat(read("-l", "-b", "com.example.Widget")).containsExactly("l", "b=com.example.Widget");
  }

  @Test
  void reads_long_options_with_one_dash_or_two() {
    assertThat(read("-list-only", "--list-only")).containsExactly("l", "l");
  }

  @Test
  void reads_a_value_behind_an_equals_sign_or_in_the_next_word() {
    assertThat(read("--bundle-id=a", "-bundle-id", "b")).containsExactly("b=a", "b=b");
  }

  @Test
  void reads_the_beginning_of_a_long_name_that_fits_one_alone() {
    assertThat(read("-bun", "a", "--li")).containsExactly("b=a", "l");
  }

  @Test
  void complains_of_a_beginning_that_fits_several() {
    assertThat(read("-no")).containsExactly("?");
    assertThat(stderr.text()).isEqualTo("tool: option `-no' is ambiguous\n");
  }

  @Test
  void takes_a_single_letter_for_the_short_option() {
    assertThat(read("-l")).containsExactly("l");
  }

  @Test
  void reads_short_options_in_a_bundle() {
    assertThat(read("-lkb", "a")).containsExactly("l", "k", "b=a");
  }

  @Test
  void takes_the_rest_of_a_bundle_for_the_value() {
    assertThat(read("-lba")).containsExactly("l", "b=a");
  }

  @Test
  void names_what_is_left_of_a_bundle_that_it_does_not_know() {
    assertThat(read("-lxyz")).containsExactly("l", "?");
    assertThat(stderr.text()).isEqualTo("tool: unrecognized option `-xyz'\n");
  }

  @Test
  void never_bundles_behind_two_dashes() {
    assertThat(read("--lk")).containsExactly("?");
    assertThat(stderr.text()).isEqualTo("tool: unrecognized option `--lk'\n");
  }

  @Test
  void complains_of_a_missing_value() {
    assertThat(read("-b")).containsExactly("?");
    assertThat(read("--bundle-id")).containsExactly("?");
    assertThat(stderr.text())
        .isEqualTo(
            """
            tool: option requires an argument -- b
            tool: option `--bundle-id' requires an argument
            """);
  }

  @Test
  void complains_of_a_value_that_is_not_allowed() {
    assertThat(read("--list-only=yes", "-k")).containsExactly("?", "k");
    assertThat(stderr.text()).isEqualTo("tool: option `--list-only' doesn't allow an argument\n");
  }

  @Test
  void moves_what_is_no_option_behind_the_options() {
    assertThat(read("a", "-l", "b", "-k")).containsExactly("l", "k");
    assertThat(operands).containsExactly("a", "b");
  }

  @Test
  void takes_everything_behind_two_dashes_for_no_option() {
    assertThat(read("-l", "--", "-k")).containsExactly("l");
    assertThat(operands).containsExactly("-k");
  }

  @Test
  void takes_a_single_dash_and_an_empty_word_for_no_option() {
    assertThat(read("-", "")).isEmpty();
    assertThat(operands).containsExactly("-", "");
  }

  @Test
  void takes_two_dashes_for_the_value_of_an_option_that_wants_one() {
    assertThat(read("-b", "--", "-l")).containsExactly("b=--", "l");
  }

  private List<String> read(String... words) {
    var invocation =
        new Invocation(
            "/bin/tool", List.of(words), Map.of(), 0, Path.of("/"), new OutputStreamText(), stderr);
    var options = new GetoptLongOnly(invocation, "b:klv", LONG);
    List<String> read = new ArrayList<>();
    for (char option = options.next(); option != GetoptLongOnly.END; option = options.next()) {
      read.add(option + options.value().map(value -> "=" + value).orElse(""));
    }
    operands = options.operands();
    return read;
  }
}
