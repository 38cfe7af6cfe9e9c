package io.github.kextmanager.model;

import static io.github.kextmanager.model.Architecture.ARM64E;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
  @ParameterizedTest
  @CsvSource({"x86_64h, x86_64", "arm64e, arm64", "x86_64, x86_64", "i386, i386", "(12;9), (12;9)"})
  void a_variant_has_its_generic_architecture(String name, String generic) {
    assertThat(new Architecture(name).generic()).isEqualTo(new Architecture(generic));
  }

  @Test
  void is_written_by_its_name() {
    assertThat(Architecture.ARM64E).hasToString("arm64e");
  }

  @Test
  void is_the_same_by_its_name() {
    assertThat(new Architecture("arm64e")).isEqualTo(ARM64E).hasSameHashCodeAs(ARM64E);
    assertThat(new Architecture("arm64")).isNotEqualTo(ARM64E);
  }
}
