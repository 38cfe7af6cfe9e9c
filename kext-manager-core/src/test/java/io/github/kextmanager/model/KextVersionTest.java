package io.github.kextmanager.model;

import static io.github.kextmanager.model.VersionGrammar.CLASSIC;
import static io.github.kextmanager.model.VersionGrammar.MODERN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class KextVersionTest {
  @Test
  void has_five_components() {
    KextVersion version = MODERN.parse("10.3.1fc204");

    assertThat(version.major()).isEqualTo(10);
    assertThat(version.minor()).isEqualTo(3);
    assertThat(version.revision()).isEqualTo(1);
    assertThat(version.stage()).isEqualTo(VersionStage.FINAL_CANDIDATE);
    assertThat(version.level()).isEqualTo(204);
  }

  @Test
  void is_written_as_it_was_found_and_printed_as_apple_prints_it() {
    KextVersion version = MODERN.parse("01.0.0fc3");

    assertThat(version).hasToString("01.0.0fc3");
    assertThat(version.canonical()).isEqualTo("1.0f3");
  }

  @Test
  void made_of_components_it_is_written_in_its_canonical_form() {
    assertThat(KextVersion.of(1, 0, 0)).hasToString("1.0");
    assertThat(KextVersion.of(1, 2, 3, VersionStage.BETA, 0)).hasToString("1.2.3b0");
  }

  @Test
  void is_the_same_in_both_grammars() {
    assertThat(CLASSIC.parse("1.2.3b4")).isEqualTo(MODERN.parse("1.2.3b4"));
  }

  @Test
  void a_component_out_of_its_range_is_refused_by_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KextVersion.of(10_000, 0, 0))
        .withMessage("The major number of a kext version is 0 to 9999, not 10000.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KextVersion.of(1, -1, 0))
        .withMessage("The minor number of a kext version is 0 to 9999, not -1.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KextVersion.of(1, 0, 0, VersionStage.ALPHA, 256))
        .withMessage("The level of a kext version is 0 to 255, not 256.");
  }

  @Test
  void a_level_that_no_text_can_have_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KextVersion.of(1, 0, 0, VersionStage.RELEASE, 1))
        .withMessage("A released version has no level, not 1.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KextVersion.of(1, 0, 0, VersionStage.FINAL_CANDIDATE, 0))
        .withMessage("The level of a final candidate is at least 1, not 0.");
  }
}
