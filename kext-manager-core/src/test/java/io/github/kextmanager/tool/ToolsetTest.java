package io.github.kextmanager.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.model.KextException;
import io.github.kextmanager.model.MacOsVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolsetTest {
  @ParameterizedTest
  @ValueSource(strings = {"10.6", "10.9.5", "10.13.4", "10.15", "10.15.7"})
  void is_the_classic_tools_up_to_10_15(String release) {
    Toolset tools = Toolset.of(MacOsVersion.parse(release));

    assertThat(tools.look()).isEqualTo(new Kextstat());
    assertThat(tools.load()).isEqualTo(new Kextload());
    assertThat(tools.unload()).isEqualTo(new Kextunload());
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.16", "11", "11.0.1", "14", "15.7.3", "27"})
  void is_kmutil_from_11_on(String release) {
    Toolset tools = Toolset.of(MacOsVersion.parse(release));

    assertThat(tools.look()).isEqualTo(new KmutilShowloaded());
    assertThat(tools.load()).isEqualTo(new KmutilLoad());
    assertThat(tools.unload()).isEqualTo(new KmutilUnload());
  }

  @Test
  void refuses_a_release_whose_tools_took_other_options() {
    assertThatThrownBy(() -> Toolset.of(MacOsVersion.parse("10.5.8")))
        .isInstanceOf(KextException.class)
        .hasMessageContaining("10.5.8");
  }
}
