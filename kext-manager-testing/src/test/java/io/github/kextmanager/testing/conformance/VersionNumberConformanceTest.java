package io.github.kextmanager.testing.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.kextmanager.conformance.ConformanceVectors;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.VersionNumber;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The versions of property lists are read as Apple's own OSKextVersion.c reads them. */
class VersionNumberConformanceTest {
  @ParameterizedTest
  @CsvSource({"10.13.6, classic", "10.15.7, macos1015"})
  void packs_every_version_of_a_property_list_as_apple_does(String release, String grammar) {
    List<JsonObject> texts = ConformanceVectors.read("versions/parse.jsonl");

    assertThat(texts)
        .hasSize(900)
        .allSatisfy(
            text ->
                assertThat(packed(text(text), MacOsVersion.parse(release)))
                    .as(text.get("input").getAsString())
                    .isEqualTo(
                        text.getAsJsonObject(grammar).get("parsedFromPlistString").getAsLong()));
  }

  private static long packed(String text, MacOsVersion release) {
    return VersionNumber.ofProperty(text, release).map(VersionNumber::value).orElse(-1L);
  }

  private static String text(JsonObject line) {
    return new String(HexFormat.of().parseHex(line.get("utf8Hex").getAsString()), UTF_8);
  }
}
