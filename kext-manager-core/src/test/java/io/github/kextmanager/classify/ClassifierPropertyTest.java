package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Verdict;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every wording that decides, wherever it stands. */
class ClassifierPropertyTest {
  private static final Classifier CLASSIFIER = new Classifier();
  private static final String LETTERS = "abcdefghij KLMNOP 0123456789 .,;:-_/()[]'\"%$!?=+~@^{}";

  private static Verdict classify(String text) {
    return CLASSIFIER.classify(Transcript.ofText(text));
  }

  /** One example of each meaning is enough here; all wordings go through the same code. */
  static List<Rule> rules() {
    return RuleTable.read().stream()
        .filter(rule -> rule.weight().compareTo(Weight.VAGUE) >= 0 && rule.code().isEmpty())
        .toList();
  }

  private static String noise(Random random) {
    String line = randomLine(random);
    while (classify(line).category() != Category.UNKNOWN) {
      line = randomLine(random);
    }
    return line + "\n";
  }

  private static String randomLine(Random random) {
    var line = new StringBuilder();
    for (int length = random.nextInt(120); length > 0; length--) {
      line.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return line.toString();
  }

  private static String noise(Random random, int lines) {
    return IntStream.range(0, lines).mapToObj(i -> noise(random)).collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void lines_around_it_that_are_not_known_change_nothing(Rule rule) {
    Random random = new Random(rule.example().hashCode());
    String before = noise(random, random.nextInt(4));
    String after = noise(random, random.nextInt(4));

    Verdict alone = classify(Scans.exampleOf(rule));
    Verdict among = classify(before + Scans.exampleOf(rule) + "\n" + after);

    assertThat(among.category()).isEqualTo(alone.category());
    assertThat(among.identifiers()).isEqualTo(alone.identifiers());
    assertThat(among.evidence())
        .extracting(Evidence::text)
        .isEqualTo(alone.evidence().stream().map(Evidence::text).toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void it_may_be_wrapped_at_any_blank(Rule rule) {
    String example = Scans.exampleOf(rule);
    for (int blank = example.indexOf(' '); blank >= 0; blank = example.indexOf(' ', blank + 1)) {
      String wrapped = example.substring(0, blank) + "\n    " + example.substring(blank + 1);

      assertThat(classify(wrapped).category()).as(wrapped).isEqualTo(rule.category().orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void it_may_be_quoted_and_prefixed(Rule rule) {
    for (String prefix :
        List.of("> ", "    ", "# ", "(kernel) ", "Feb 11 06:30:57 mac kernel[0]: ", "| ")) {
      String quoted =
          Scans.exampleOf(rule)
              .lines()
              .map(line -> prefix + line)
              .collect(Collectors.joining("\r\n"));

      assertThat(classify(quoted).category()).as(quoted).isEqualTo(rule.category().orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void it_may_stand_where_a_window_ends(Rule rule) {
    for (int shift : new int[] {0, 5, 10, 20, 40, 80}) {
      String far = "~ ".repeat(15 * FoldedText.REACH - shift);

      assertThat(classify(far + "\n" + Scans.exampleOf(rule) + "\n" + far).category())
          .isEqualTo(rule.category().orElseThrow());
    }
  }
}
