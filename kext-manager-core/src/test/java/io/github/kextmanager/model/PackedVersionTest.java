package io.github.kextmanager.model;

import static io.github.kextmanager.model.VersionGrammar.CLASSIC;
import static io.github.kextmanager.model.VersionGrammar.MODERN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackedVersionTest {
  @Test
  void holds_the_components_in_its_decimal_digits() {
    assertThat(CLASSIC.pack(CLASSIC.parse("1.2.3b4")).value()).isEqualTo(1_02_03_5_004L);
    assertThat(MODERN.pack(MODERN.parse("1.2.3b4")).value()).isEqualTo(1_0002_0003_5_004L);
  }

  @Test
  void unpacks_into_the_version_that_was_packed() {
    KextVersion version = MODERN.parse("9999.9999.9999fc255");

    assertThat(MODERN.pack(version).version()).contains(version);
  }

  @Test
  void nothing_and_nonsense_have_integers_of_their_own() {
    assertThat(PackedVersion.missing(MODERN)).hasToString("(missing)");
    assertThat(PackedVersion.missing(MODERN).version()).isEmpty();
    assertThat(PackedVersion.invalid(MODERN)).hasToString("(invalid)");
    assertThat(PackedVersion.invalid(MODERN).version()).isEmpty();
  }

  @Test
  void version_0_is_neither_missing_nor_invalid() {
    assertThat(MODERN.pack(MODERN.parse("0")).value()).isEqualTo(9000);
    assertThat(new PackedVersion(MODERN, 9000)).hasToString("0.0");
  }

  @Test
  void a_release_with_a_level_is_printed_but_is_no_version() {
    var packed = new PackedVersion(CLASSIC, 1_02_03_9_250L);

    assertThat(packed).hasToString("1.2.3");
    assertThat(packed.version()).isEmpty();
  }

  @Test
  void a_final_candidate_without_a_level_is_printed_but_is_no_version() {
    var packed = new PackedVersion(CLASSIC, 1_02_03_7_000L);

    assertThat(packed).hasToString("1.2.3f0");
    assertThat(packed.version()).isEmpty();
  }
}
