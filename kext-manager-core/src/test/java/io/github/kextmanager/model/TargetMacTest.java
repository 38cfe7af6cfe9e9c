package io.github.kextmanager.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetMacTest {
  @Test
  void is_started_as_usual_unless_told_otherwise() {
    TargetMac mac = TargetMac.of(new MacOsVersion(10, 15, 0), Architecture.X86_64);

    assertThat(mac.boot()).isEqualTo(BootMode.NORMAL);
  }

  @ParameterizedTest
  @CsvSource({"10.13.6, CLASSIC", "10.14, MODERN"})
  void reads_versions_as_its_release_does(String release, VersionGrammar grammar) {
    TargetMac mac = TargetMac.of(MacOsVersion.parse(release), Architecture.X86_64);

    assertThat(mac.versions()).isEqualTo(grammar);
  }
}
