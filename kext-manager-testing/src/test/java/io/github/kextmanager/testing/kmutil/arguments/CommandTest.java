package io.github.kextmanager.testing.kmutil.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {
  private static final Command LOAD =
      Command.of(
          "kmutil load",
          "Load one or more extensions.",
          List.of(
              Option.many("bundle-path", "Include the bundle.").letter('p'),
              Option.one("arch", "The architecture.").letter('a'),
              Option.flag("verbose", "Toggle verbosity.").letter('v'),
              Option.flag("no-authorization", "Skip approval checks.").letter('z')));

  @Test
  void reads_values_behind_names_letters_and_equals_signs() throws Exception {
    Given given =
        LOAD.read(List.of("-p", "/a", "--bundle-path", "/b", "--bundle-path=/c", "-p=/d"));

    assertThat(given.all("bundle-path")).containsExactly("/a", "/b", "/c", "/d");
    assertThat(given.last("bundle-path")).contains("/d");
  }

  @Test
  void reads_bundled_letters() throws Exception {
    Given given = LOAD.read(List.of("-vz"));

    assertThat(given.has("verbose")).isTrue();
    assertThat(given.has("no-authorization")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--quiet; Unknown option '--quiet'",
        "--bundle-paht /a; Unknown option '--bundle-paht'. Did you mean '--bundle-path'?",
        "-q; Unknown option '-q'",
        "-vq; Unknown option '-q'",
        "-p; Missing value for '-p <bundle-path>'",
        "--arch --verbose; Missing value for '--arch <arch>'",
        "/a; Unexpected argument '/a'",
        "/a /b; 2 unexpected arguments: '/a', '/b'",
        "-- -v; Unexpected argument '-v'",
        "--verbose=yes; The option '--verbose' does not take any value, but 'yes' was specified."
      })
  void says_what_is_wrong(String words, String message) {
    assertThatThrownBy(() -> LOAD.read(List.of(words.split(" "))))
        .isInstanceOf(ArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void lists_its_options_in_the_usage_until_there_are_too_many() {
    List<Option> many =
        IntStream.range(0, 13).mapToObj(i -> Option.flag("option-" + i, "")).toList();

    assertThat(LOAD.usage())
        .isEqualTo(
            "kmutil load [--bundle-path <bundle-path> ...] [--arch <arch>] [--verbose]"
                + " [--no-authorization]");
    assertThat(Command.of("kmutil create", "", many).usage())
        .isEqualTo("kmutil create [<options>]");
  }

  @Test
  void describes_its_options() {
    assertThat(LOAD.help())
        .contains(
            "OVERVIEW: Load one or more extensions.",
            "OPTIONS:",
            "  -p, --bundle-path <bundle-path>",
            "                          Include the bundle.",
            "  -a, --arch <arch>       The architecture.",
            "  -h, --help              Show help information.");
  }

  @Test
  void reads_or_refuses_whatever_it_is_given() {
    String[] pieces = {
      "-p", "--arch", "-vz", "--", "-", "=", "--arch=", "/a", "-h", "--", "-p=", ""
    };
    var random = new Random(11);
    for (int run = 0; run < 2000; run++) {
      List<String> words =
          random.ints(random.nextInt(6), 0, pieces.length).mapToObj(i -> pieces[i]).toList();
      assertThat(isReadOrRefused(words)).as(words.toString()).isTrue();
    }
  }

  private static boolean isReadOrRefused(List<String> words) {
    try {
      LOAD.read(words);
      return true;
    } catch (ArgumentException refused) {
      return !Objects.requireNonNull(refused.getMessage()).isBlank();
    }
  }
}
