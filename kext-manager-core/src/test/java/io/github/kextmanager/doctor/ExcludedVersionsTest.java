package io.github.kextmanager.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.PackedVersion;
import io.github.kextmanager.model.VersionGrammar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expressions of Apple's exclude list (OSKextIsInExcludeList, IOKitUser). */
class ExcludedVersionsTest {
  private static final VersionGrammar GRAMMAR = VersionGrammar.of(MacOsVersion.parse("10.15"));

  @ParameterizedTest(name = "\"{0}\" and {1}: {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "1.2; 1.2; true",
        "1.2; 1.2.1; false",
        "1.0, 1.2; 1.2; true",
        "LT 1.2; 1.1.9; true",
        "LT 1.2; 1.2; false",
        "LE 1.2; 1.2; true",
        "LE 1.2; 1.3; false",
        "LE1.2,2.0 thru 2.2; 2.1; true",
        "LE 1.2, 2.0thru2.2; 1.5; false",
        "1.0 thru 2.0; 0.9; false",
        "1.0 thru 2.0; 2.0; true",
        "LT 1.1, LT 2.0; 1.5; false",
        "nonsense; 1.0; false",
        "'' ; 1.0; false"
      })
  void covers_versions(String expression, String version, boolean covers) {
    PackedVersion packed = GRAMMAR.pack(GRAMMAR.parseFromPropertyList(version));

    assertThat(new ExcludedVersions(expression, GRAMMAR).contain(packed)).isEqualTo(covers);
  }
}
