package io.github.kextmanager.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VersionGrammarPropertyTest {
  private static final int COUNT = 10_000;

  /** The grammar once more, as a regular expression: a second opinion on what is a version. */
  private static final String SECOND_OPINION =
      "\\d{1,4}(\\.\\d{0,N}(\\.(\\d{0,N}|\\d{N}\\.))?)?"
          + "([dab]LEVEL|fc?(?!0{1,3}(\\D|$))LEVEL)?([ \\t\\n\\r\\x00].*)?";

  private static final String LEVEL = "(25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";

  @ParameterizedTest
  @EnumSource
  void agrees_with_a_second_opinion_on_what_is_a_version(VersionGrammar grammar) {
    Pattern pattern =
        Pattern.compile(
            SECOND_OPINION
                .replace("LEVEL", LEVEL)
                .replace("N", Integer.toString(grammar.partDigits())),
            Pattern.DOTALL);

    assertThat(VersionTexts.any(1, COUNT))
        .allSatisfy(
            text ->
                assertThat(grammar.fromTool(text).isPresent())
                    .isEqualTo(pattern.matcher(text).matches()));
  }

  @ParameterizedTest
  @EnumSource
  void what_it_prints_it_reads_as_the_same_version(VersionGrammar grammar) {
    assertThat(versions(grammar))
        .allSatisfy(version -> assertThat(grammar.fromTool(version.canonical())).contains(version));
  }

  @ParameterizedTest
  @EnumSource
  void what_it_packs_it_unpacks_to_the_same_version(VersionGrammar grammar) {
    assertThat(versions(grammar))
        .allSatisfy(
            version -> {
              PackedVersion packed = grammar.pack(version);
              assertThat(packed.version()).contains(version);
              assertThat(packed.printed()).isEqualTo(version.canonical());
            });
  }

  @ParameterizedTest
  @EnumSource
  void versions_compare_as_their_packed_integers_do(VersionGrammar grammar) {
    List<KextVersion> versions = versions(grammar);
    for (int i = 1; i < versions.size(); i++) {
      KextVersion one = versions.get(i - 1);
      KextVersion other = versions.get(i);
      assertThat(Integer.signum(one.compareTo(other)))
          .as("%s and %s", one, other)
          .isEqualTo(Long.compare(grammar.pack(one).value(), grammar.pack(other).value()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_property_list_allows_nothing_that_a_tool_does_not(VersionGrammar grammar) {
    assertThat(VersionTexts.any(2, COUNT))
        .filteredOn(text -> grammar.fromPropertyList(text).isPresent())
        .isNotEmpty()
        .allSatisfy(
            text -> assertThat(grammar.fromPropertyList(text)).isEqualTo(grammar.fromTool(text)));
  }

  private static List<KextVersion> versions(VersionGrammar grammar) {
    return VersionTexts.any(3, COUNT).flatMap(text -> grammar.fromTool(text).stream()).toList();
  }
}
