package io.github.kextmanager.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.kextmanager.conformance.ConformanceVectors;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every line of what Apple's own OSKextVersion.c answered. */
class VersionGrammarConformanceTest {
  @ParameterizedTest
  @EnumSource
  void reads_the_text_of_a_tool_as_apple_does(VersionGrammar grammar) {
    assertThat(ours(text -> packed(grammar, grammar.fromTool(text)).value()))
        .hasSize(900)
        .isEqualTo(apples(grammar, answer -> answer.get("parsed").getAsLong()));
  }

  @ParameterizedTest
  @EnumSource
  void reads_the_text_of_a_property_list_as_apple_does(VersionGrammar grammar) {
    assertThat(ours(text -> packed(grammar, grammar.fromPropertyList(text)).value()))
        .hasSize(900)
        .isEqualTo(apples(grammar, answer -> answer.get("parsedFromPlistString").getAsLong()));
  }

  @ParameterizedTest
  @EnumSource
  void prints_what_it_has_read_as_apple_does(VersionGrammar grammar) {
    assertThat(ours(text -> grammar.fromTool(text).map(KextVersion::canonical).orElse("(invalid)")))
        .isEqualTo(apples(grammar, answer -> answer.get("printed").getAsString()));
  }

  @ParameterizedTest
  @EnumSource
  void prints_any_integer_as_apple_does(VersionGrammar grammar) {
    Map<Long, String> ours = new LinkedHashMap<>();
    Map<Long, String> apples = new LinkedHashMap<>();
    for (JsonObject line : ConformanceVectors.read("versions/print.jsonl")) {
      long value = Long.parseLong(line.get("valueAsString").getAsString());
      ours.put(value, new PackedVersion(grammar, value).printed());
      apples.put(value, line.get(name(grammar) + "Printed").getAsString());
    }
    assertThat(ours).hasSize(107).isEqualTo(apples);
  }

  private static <T> Map<String, T> ours(Function<String, T> reading) {
    Map<String, T> answers = new LinkedHashMap<>();
    for (JsonObject line : ConformanceVectors.read("versions/parse.jsonl")) {
      answers.put(text(line), reading.apply(text(line)));
    }
    return answers;
  }

  private static <T> Map<String, T> apples(VersionGrammar grammar, Function<JsonObject, T> answer) {
    Map<String, T> answers = new LinkedHashMap<>();
    for (JsonObject line : ConformanceVectors.read("versions/parse.jsonl")) {
      answers.put(text(line), answer.apply(line.getAsJsonObject(name(grammar))));
    }
    return answers;
  }

  private static String text(JsonObject line) {
    return new String(HexFormat.of().parseHex(line.get("utf8Hex").getAsString()), UTF_8);
  }

  private static String name(VersionGrammar grammar) {
    return grammar == VersionGrammar.CLASSIC ? "classic" : "macos1015";
  }

  private static PackedVersion packed(VersionGrammar grammar, Optional<KextVersion> version) {
    return version.map(grammar::pack).orElse(PackedVersion.invalid(grammar));
  }
}
