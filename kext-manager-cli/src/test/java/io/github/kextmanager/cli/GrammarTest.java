package io.github.kextmanager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.verb.Verbs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
  static final List<String> VERBS = Verbs.NAMES;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                   | A verb is missing.",
        "no-such-verb                         | \"no-such-verb\" is no verb.",
        "parse                                | \"parse\" needs a second word.",
        "parse nonsense                       | \"parse nonsense\" is no verb.",
        "--json list                          | The verb comes first, then the options: \"--json\""
            + " is no verb.",
        "load                                 | Missing required parameter: 'ID|BUNDLE'",
        "status                               | Missing required parameter: 'ID'",
        "parse kextstat --josn                | Unknown option: '--josn'",
        "parse version --era                  | Missing required parameter for option '--era'"
            + " (ERA)",
        "parse version --era classic a b      | Unmatched argument at index 3: 'b'",
        "parse kextstat --json --json         | option '--json' should be specified only once",
        "parse kextstat --quiet --verbose     | --quiet and --verbose contradict each other.",
        "parse kextstat --timeout 0s          | more than nothing, not \"0s\".",
        "parse kextstat --timeout 5x          | A duration is a number with its unit",
        "parse kextstat --simulate ten        | --simulate: A macOS release is one to three"
            + " numbers",
        "parse kextstat --json=false          | option '--json' should be specified without 'false'"
            + " parameter",
        "list --simulate 14 --root=           | --root needs the name of a file or a folder",
        "ensure com.a --dependents-first      | --dependents-first goes with --absent.",
        "ensure --absent --dependency /a com.a | --dependency goes with loading, not with"
            + " --absent.",
        "ensure --absent --repository /a com.a | --repository goes with loading, not with"
            + " --absent.",
        "demo --root /tmp                     | The demo has kexts and a Mac of its own",
        "demo --simulate-from table           | The demo has kexts and a Mac of its own",
        "unload ./Widget.kext                 | Here a kext is named by its bundle identifier",
      })
  void a_mistake_ends_in_64_and_a_line_that_names_it(String line, String complaint) {
    KextmRun run = KextmRun.of(line.isEmpty() ? new String[0] : line.split(" ", -1));

    assertThat(run.status()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("kextm: ").contains(complaint).doesNotContain("\tat ");
  }

  @Test
  void a_word_of_several_lines_stays_in_one() {
    assertThat(KextmRun.of("li\nst").err())
        .startsWith("kextm: \"li\\u000ast\" is no verb.")
        .endsWith("\nkextm: Try: kextm --help\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"500ms", "30s", "2m", "1h", "1m30s", "45"})
  void a_duration_is_numbers_with_units_or_seconds(String duration) {
    assertThat(KextmRun.of("parse", "kextstat", "--timeout", duration).status()).isZero();
  }

  @ParameterizedTest
  @FieldSource("VERBS")
  void every_verb_has_help(String name) {
    KextmRun run = KextmRun.of((name + " --help").split(" ", -1));

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Usage: kextm " + name).contains("--json");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("VERBS")
  void help_for_a_verb_is_the_same_either_way(String name) {
    assertThat(KextmRun.of(("help " + name).split(" ", -1)))
        .isEqualTo(KextmRun.of((name + " --help").split(" ", -1)));
  }

  @Test
  void the_help_names_every_verb_and_every_exit_status() {
    KextmRun run = KextmRun.of("--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains(Verbs.NAMES);
    for (ExitStatus status : ExitStatus.values()) {
      assertThat(run.out()).contains(status.number() + "  " + status.meaning());
    }
  }

  @Test
  void the_version_is_that_of_the_build() {
    assertThat(KextmRun.of("--version").out()).matches("kextm \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  @Test
  void the_completion_knows_every_verb() {
    KextmRun run = KextmRun.of("completion", "bash");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("complete -F _complete_kextm", "_picocli_kextm_parse_version", "--simulate-from");
  }

  @Test
  void a_shell_that_is_not_known_is_a_mistake() {
    assertThat(KextmRun.of("completion", "fish").err()).contains("bash or zsh, not \"fish\"");
  }
}
