package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Commands.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kmutil showloaded on macOS 14. */
class SonomaTableTest {
  private static final String HEADER =
      "Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>";

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("14.5")).build();
  private final Commands commands = new Commands(mac);

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void prints_the_parts_of_the_kernel_with_zeroes_and_a_pair_of_brackets() {
    List<String> lines = showloaded().stdout().lines().toList();

    assertThat(lines.get(0)).isEqualTo(HEADER);
    assertThat(lines.get(1))
        .matches(
            " {4}1 {1,4}\\d+ 0 {18}0 {10}0 {10}com\\.apple\\.kpi\\.bsd \\(23\\.5\\.0\\) [0-9A-F-]{36} <>");
  }

  @Test
  void says_on_stderr_that_it_falls_back_to_a_variant() {
    assertThat(showloaded().stderr()).isEqualTo("No variant specified, falling back to release\n");
  }

  @Test
  void is_quiet_about_the_variant_when_it_is_given_one() {
    assertThat(showloaded("-V", "release").stderr()).isEmpty();
  }

  @Test
  void leaves_out_the_header_and_the_parts_of_the_kernel_on_request() {
    assertThat(showloaded("--list-only", "--no-kernel-components").stdout().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("com.apple.iokit."));
  }

  @Test
  void shows_one_kext_by_its_identifier() {
    assertThat(showloaded("--list-only", "-b", "com.apple.iokit.IOPCIFamily").stdout().lines())
        .singleElement()
        .asString()
        .contains("com.apple.iokit.IOPCIFamily (2.9)");
  }

  @Test
  void takes_an_unknown_identifier_for_an_error_unless_it_is_optional() {
    assertThat(showloaded("-b", "com.example.Gone").status()).isNotZero();
    assertThat(showloaded("--list-only", "--optional-identifier", "com.example.Gone"))
        .extracting(Answer::status, Answer::stdout)
        .containsExactly(0, "");
  }

  @Test
  void shows_a_user_what_it_shows_root() {
    try (SimulatedMac other =
        SimulatedMac.builder(MacOsVersion.parse("14.5"))
            .caller(Caller.SUDOER_WITHOUT_PASSWORD)
            .build()) {
      assertThat(new Commands(other).run("/usr/bin/kmutil", "showloaded")).isEqualTo(showloaded());
    }
  }

  @Test
  void is_what_kextstat_runs() {
    assertThat(commands.run("/usr/sbin/kextstat", "-kl"))
        .isEqualTo(
            new Answer(
                0,
                showloaded("--no-kernel-components", "--list-only").stdout(),
                """
                Executing: /usr/bin/kmutil showloaded --no-kernel-components --list-only
                No variant specified, falling back to release
                """));
  }

  @Test
  void is_not_what_kextstat_runs_in_its_legacy_mode() {
    CommandLine legacy =
        CommandLine.of(Path.of("/usr/sbin/kextstat"))
            .withEnvironment(Map.of("KEXTSTAT_LEGACY_MODE", "1"));

    Answer answer = Commands.answer(mac.run(legacy));

    assertThat(answer.stderr()).isEmpty();
    assertThat(answer.stdout()).startsWith(HEADER).doesNotContain("<>");
  }

  @Test
  void lists_what_was_loaded() {
    mac.install(TestKext.named("com.example.driver.Widget").matchesHardware());
    mac.approve(BundleIdentifier.of("com.example.driver.Widget"));
    mac.restart();

    assertThat(showloaded("--list-only", "-b", "com.example.driver.Widget").stdout())
        .matches(
            " +\\d+ +0 0xffffff7f[0-9a-f]{8} 0x4000     0x4000     com\\.example\\.driver\\.Widget"
                + " \\(1\\.0\\.0\\) [0-9A-F-]{36} <6>\n");
  }

  private Answer showloaded(String... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "showloaded";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return commands.run("/usr/bin/kmutil", words);
  }
}
