package io.github.kextmanager.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.dependency.Evaluation;
import io.github.kextmanager.documentation.BundlesDocument.Section;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.VersionGrammar;
import io.github.kextmanager.plist.KernelPlist;
import io.github.kextmanager.plist.KernelPlistReader;
import io.github.kextmanager.plist.PlistReader;
import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/bundles.md says is what the library says. */
class BundlesDocumentTest {
  private static final BundlesDocument DOCUMENT = BundlesDocument.read();
  private static final MacOsVersion NEWEST = new MacOsVersion(15, 0, 0);

  @TempDir Path root;

  @Test
  void there_is_one_section_for_each_finding_and_no_other() {
    assertThat(DOCUMENT.findings().stream().map(Section::toString))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Diagnostic.values()).map(BundlesDocumentTest::title).toList());
  }

  static Stream<Section> sections() {
    return DOCUMENT.findings().stream();
  }

  @ParameterizedTest
  @MethodSource("sections")
  void a_section_gives_the_remedy_of_its_finding(Section section) {
    assertThat(section.text()).contains("\nTo do: " + diagnostic(section).remedy() + "\n");
  }

  @ParameterizedTest
  @MethodSource("sections")
  void a_section_has_an_example_or_says_why_there_is_none(Section section) {
    assertThat(section.text().contains("No example: ")).isNotEqualTo(section.hasExample());
  }

  static Stream<Section> examples() {
    return sections().filter(Section::hasExample);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_has_the_finding_of_its_section(Section section) throws IOException {
    Evaluation evaluation = evaluate(section);

    assertThat(evaluation.findings()).extracting(Finding::diagnostic).contains(diagnostic(section));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_comes_to_what_its_section_says(Section section) throws IOException {
    Evaluation evaluation = evaluate(section);
    Evaluation.Checks checks = evaluation.checks();

    switch (section.effect()) {
      case "Invalid" -> assertThat(checks.isValid()).isFalse();
      case "Still valid", "Warning" -> assertThat(checks.isValid()).isTrue();
      case "Not authentic" -> {
        assertThat(checks.isValid()).isTrue();
        assertThat(checks.isAuthentic()).isFalse();
      }
      case "Not loadable" -> {
        assertThat(checks.isValid() && checks.isAuthentic()).isTrue();
        assertThat(checks.isResolved() && checks.isLoadable()).isFalse();
      }
      case "Not in a safe boot" ->
          assertThat(
                  evaluation.kext().validation().isLoadableInSafeBoot()
                      && checks.librariesAreLoadableInSafeBoot().orElse(true))
              .isFalse();
      default -> throw new AssertionError("no effect: " + section.effect());
    }
  }

  static Stream<List<String>> spellings() {
    return DOCUMENT.table("| refused | write |").stream();
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void the_kernel_refuses_what_others_read_and_reads_what_to_write_instead(List<String> row) {
    assertThat(PlistReader.read(dictionaryWith(row.get(0)))).isNotNull();
    assertThat(KernelPlistReader.read(dictionaryWith(row.get(0))))
        .isInstanceOf(KernelPlist.Refused.class);
    assertThat(KernelPlistReader.read(dictionaryWith(row.get(1))))
        .isInstanceOf(KernelPlist.Accepted.class);
  }

  private static byte[] dictionaryWith(String value) {
    return ("<plist version=\"1.0\"><dict><key>key</key>" + value + "</dict></plist>")
        .getBytes(StandardCharsets.UTF_8);
  }

  static Stream<List<String>> versions() {
    return DOCUMENT.table("| text | up to 10.13 | from 10.14 |").stream();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void versions_are_read_as_the_table_says(List<String> row) {
    assertThat(printed(row.get(0), "10.13")).isEqualTo(row.get(1));
    assertThat(printed(row.get(0), "10.14")).isEqualTo(row.get(2));
  }

  private static String printed(String text, String release) {
    VersionGrammar grammar = VersionGrammar.of(MacOsVersion.parse(release));
    return grammar
        .fromPropertyList(text)
        .map(version -> grammar.pack(version).printed())
        .orElse("none");
  }

  @Test
  void versions_are_in_the_order_that_is_shown() {
    VersionGrammar grammar = VersionGrammar.of(NEWEST);
    String[] words = DOCUMENT.lineWith("    1.0d1 < ").strip().split(" ", -1);

    for (int i = 0; i + 2 < words.length; i += 2) {
      int order =
          Long.compare(
              grammar.pack(grammar.parse(words[i])).value(),
              grammar.pack(grammar.parse(words[i + 2])).value());
      assertThat(order)
          .as(words[i] + " and " + words[i + 2])
          .isEqualTo(words[i + 1].equals("<") ? -1 : 0);
    }
  }

  private Evaluation evaluate(Section section) throws IOException {
    return new ExampleOnAMac(section, DOCUMENT.usualKeys()).evaluate(root);
  }

  private static Diagnostic diagnostic(Section section) {
    return Arrays.stream(Diagnostic.values())
        .filter(diagnostic -> title(diagnostic).equals(section.toString()))
        .findFirst()
        .orElseThrow();
  }

  /** A finding of which macOS says nothing stands under what we say. */
  private static String title(Diagnostic diagnostic) {
    String text = diagnostic.text(NEWEST);
    String rule = Objects.requireNonNull(diagnostic.rule());
    return diagnostic.category(NEWEST).title()
        + ": "
        + (text.isEmpty() ? rule.substring(0, rule.indexOf(". ") + 1) : text);
  }
}
