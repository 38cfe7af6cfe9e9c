package io.github.kextmanager.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;

class VersionGrammarFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void any_text_is_a_version_or_complained_about(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    for (VersionGrammar grammar : VersionGrammar.values()) {
      Optional<KextVersion> version = grammar.fromTool(text);
      if (version.isPresent()) {
        assertThat(grammar.parse(text)).isEqualTo(version.get());
        assertThat(grammar.parse(version.get().canonical())).isEqualTo(version.get());
        assertThat(grammar.pack(version.get()).version()).isEqualTo(version);
      } else {
        assertThatIllegalArgumentException().isThrownBy(() -> grammar.parse(text));
        assertThat(grammar.fromPropertyList(text)).isEmpty();
      }
    }
  }
}
